import { setImmediate as nextTick } from 'node:timers/promises';

import { byText } from '@liaison-atlas/shared/cleaning/by-text';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import type { TopicMark } from '../database/topic-changes.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Response } from '../fieldwork/response.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import { sortParts } from '../fieldwork/round-change.js';
import { roundTopic } from '../fieldwork/round.service.js';
import { KeptByVersion } from '../platform/kept-by-version.js';
import { LastUsed } from '../platform/last-used.js';
import { findResponses, inChunks, readForms } from './read-forms.js';
import { inPilot, type ReadResponse } from './to-form.js';

/** A form with what it was read at. */
interface KnownForm {
  readonly key: string;
  readonly form: Form;
}

/** The forms of a round, up to a mark of its changes. */
interface CurrentForms {
  readonly mark: TopicMark;
  readonly forms: readonly Form[];
}

/** Forms that are kept; those of the round that was read last are kept whatever their number. */
const MOST_FORMS = 250_000;
/** Forms that are read between two pauses. */
const SLICE = 500;

/** The forms of rounds. What was read once is kept; it costs memory and spares reading a large round again. */
@Injectable()
export class RoundForms {
  /** Per round, forms by response; a revision never changes, so a form under the same key is current. */
  private readonly known = new LastUsed<string, Map<string, KnownForm>>(MOST_FORMS, ({ size }) => size);

  /** Rounds whose forms are kept up; by their state, too, since forms of a pilot are marked. */
  private readonly upToDate = new KeptByVersion<CurrentForms>(MOST_FORMS, ({ forms }) => forms.length);

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Every form of a round at this moment, in the order of their ids. Of a round that was read before, only the forms
   * that changed since are looked at; where nobody can tell which, all of them are.
   */
  async current(round: Pick<Round, 'id' | 'state'>): Promise<readonly Form[]> {
    const version = await this.unitOfWork.version(roundTopic(round.id));
    const key = `${round.id} ${round.state}`;
    const { forms } = await this.upToDate.get(key, version, async (before) =>
      this.readOn(round, await before),
    );
    return forms;
  }

  private async readOn(
    round: Pick<Round, 'id' | 'state'>,
    before: CurrentForms | undefined,
  ): Promise<CurrentForms> {
    // Asked before anything is read: what comes meanwhile is read once more the next time, and nothing is missed.
    const { mark, parts } = await this.unitOfWork.changes(roundTopic(round.id), before?.mark);
    const changed = before === undefined || parts === 'anything' ? null : sortParts(parts);
    if (before === undefined || changed === null) return { mark, forms: (await this.all(round)).sort(byId) };
    const others = new Set(changed.forms);
    const forms = await this.some(round, others);
    this.forget(round.id, others, forms);
    return { mark, forms: replaced(before.forms, others, forms) };
  }

  /**
   * Every form of a round as it is stored at this moment; only what is new since the last time is read whole. What is
   * stored while it reads may be in it.
   * @param onRead told how many forms are read, of how many
   */
  async all(
    round: Pick<Round, 'id' | 'state'>,
    onRead: (done: number, total: number) => void = () => undefined,
  ): Promise<Form[]> {
    const { manager } = this.reader;
    const rows = await manager.find(Response, { where: { roundId: round.id }, select: { id: true } });
    const ids = rows.map(({ id }) => id);
    const forms: Form[] = [];
    for (let at = 0; at < ids.length; at += SLICE) {
      const id = ids.slice(at, at + SLICE);
      const responses = await findResponses(manager, { roundId: round.id, id });
      for (const form of await this.of(manager, round, responses)) forms.push(form);
      onRead(Math.min(at + SLICE, ids.length), ids.length);
      // SQLite answers at once: without a pause nobody else would get a turn before the last form.
      if (at + SLICE < ids.length) await nextTick();
    }
    this.forget(round.id, this.known.get(round.id)?.keys() ?? [], forms);
    return forms;
  }

  /** What was erased is kept nowhere: of these ids, those without a form are no longer known. */
  private forget(roundId: string, ids: Iterable<string>, forms: readonly Form[]): void {
    const there = new Set(forms.map(({ responseId }) => responseId));
    for (const id of ids) if (!there.has(id)) this.known.get(roundId)?.delete(id);
  }

  /** The forms of a round with these ids, as they are stored at this moment; without those that are not there. */
  async some(round: Pick<Round, 'id' | 'state'>, ids: Iterable<string>): Promise<Form[]> {
    const { manager } = this.reader;
    const responses = await inChunks(ids, (chunk) =>
      findResponses(manager, { roundId: round.id, id: chunk }),
    );
    return this.of(manager, round, responses);
  }

  /** The forms of these rows; `manager` reads what is not known yet. */
  async of(
    manager: EntityManager,
    round: Pick<Round, 'id' | 'state'>,
    responses: readonly ReadResponse[],
  ): Promise<Form[]> {
    const known = this.known.get(round.id) ?? new Map<string, KnownForm>();
    // Before anything is read, so that those who read at the same time fill the same one.
    this.known.set(round.id, known);
    const forms = responses.map((response) => {
      const kept = known.get(response.id);
      return kept?.key === keyOf(response) ? kept.form : undefined;
    });
    const unknown = responses.filter((_, at) => forms[at] === undefined);
    const read = new Map((await readForms(manager, unknown)).map((form) => [form.responseId, form]));
    const found = responses.flatMap((response, at) => forms[at] ?? read.get(response.id) ?? []);
    for (const response of unknown) {
      const form = read.get(response.id);
      if (form !== undefined) known.set(response.id, { key: keyOf(response), form });
    }
    // It has grown: others may have to make room.
    if (unknown.length > 0) this.known.set(round.id, known);
    return inPilot(round, found);
  }

  /** Forms in the revisions that are named (`responseId:revision`), whatever has been sent since. */
  async asOf(round: Pick<Round, 'id'>, members: readonly string[]): Promise<Form[]> {
    const revisions = new Map(
      members.map((member) => {
        const at = member.lastIndexOf(':');
        return [member.slice(0, at), Number(member.slice(at + 1))] as const;
      }),
    );
    const responses = await findResponses(this.reader.manager, { roundId: round.id });
    return readForms(
      this.reader.manager,
      responses.filter(({ id }) => revisions.has(id)),
      revisions,
    );
  }
}

const keyOf = ({ id, revision, state, isTest }: ReadResponse): string =>
  `${id}:${revision}:${state}:${isTest}`;

const byId = (a: Form, b: Form): number => byText(a.responseId, b.responseId);

/** The forms with these in the place of those under the same ids, all in the order of their ids: looked up, not sorted. */
function replaced(forms: readonly Form[], ids: Iterable<string>, by: readonly Form[]): readonly Form[] {
  const next = [...forms];
  const placeOf = (id: string): number => {
    let [from, to] = [0, next.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (next[middle]!.responseId < id) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  for (const id of ids) {
    const at = placeOf(id);
    if (next[at]?.responseId === id) next.splice(at, 1);
  }
  for (const form of by) next.splice(placeOf(form.responseId), 0, form);
  return next;
}
