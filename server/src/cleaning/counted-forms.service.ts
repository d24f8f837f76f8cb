import { applyDecisions, type CleanedForms } from '@liaison-atlas/shared/cleaning/apply-decisions';
import type { ClosedAnswer } from '@liaison-atlas/shared/cleaning/closed-position';
import { type ClosedItem, closedItems } from '@liaison-atlas/shared/cleaning/closed-items';
import { proposal } from '@liaison-atlas/shared/cleaning/proposal';
import { questionsOf } from '@liaison-atlas/shared/instrument/instrument';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, In } from 'typeorm';

import { Response } from '../fieldwork/response.entity.js';
import type { TopicMark } from '../database/topic-changes.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { sortParts } from '../fieldwork/round-change.js';
import { Round } from '../fieldwork/round.entity.js';
import { roundTopic } from '../fieldwork/round.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { DatasetService } from './dataset.service.js';
import { settingsOf, toDecision, untouched } from './decision-rows.js';
import { decidedAfter, NOTHING_DECIDED } from './decided-after.js';
import { readNeighbourhood } from './neighbourhood.js';
import { findResponses, inChunks, readForms } from './read-forms.js';
import { RoundCleaning } from './round-cleaning.entity.js';
import { inPilot, type ReadResponse } from './to-form.js';

/** What a form that counts says on the closed questions of its round, as codes in their order; nothing else of it. */
export interface CountedForm {
  readonly odsCode: string;
  readonly submittedAt: string;
  readonly answers: readonly string[];
}

/** What the verdicts on a round rest on, up to a mark of its changes. */
export interface CountedBasis {
  readonly round: Round;
  readonly mark: TopicMark;
  /** Number of the latest decision that they know. */
  readonly lastNumber: number;
  readonly judge: Judge;
}

/** Forms that may count otherwise than before. */
export interface CountedChanges {
  /** To be handed in the next time: everything up to it is in here. */
  readonly basis: CountedBasis;
  /** These are all forms of the round: what was known before does not hold. */
  readonly isWhole: boolean;
  /** null = does not count: left out, withdrawn, waiting for a person, or never sent. */
  readonly forms: ReadonlyMap<string, CountedForm | null>;
}

/** Beyond this many forms it is cheaper to read the round. */
const MOST_FORMS = 20_000;

/** Forms judged at a time; between two batches other requests get their turn. */
const BATCH = 500;

/**
 * Which forms of a round count, and what they say on its closed questions: those that are accepted, or merged into one
 * that is. Says what has changed since the last time, so that whoever adds forms up need not read a round of a hundred
 * thousand after every submission: every unit of work names the parts of the round that it changes, on both engines and
 * however many instances write.
 */
@Injectable()
export class CountedForms {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly datasets: DatasetService,
    private readonly instruments: InstrumentService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Greater after everything that can change what counts in a round: nothing need be asked while it is the same. */
  version(roundId: string): Promise<number> {
    return this.unitOfWork.version(roundTopic(roundId));
  }

  /** @param before the basis of the last time; undefined = the whole round */
  async since(roundId: string, before?: CountedBasis): Promise<CountedChanges> {
    const { manager } = this.reader;
    // Before anything else is read: what is stored meanwhile comes again the next time.
    const { mark, parts } = await this.unitOfWork.changes(roundTopic(roundId), before?.mark);
    if (before === undefined || parts === 'anything') return this.whole(roundId, mark);
    const changed = sortParts(parts);
    // What round and rules say is in the basis still: whatever changes them concerns all forms.
    if (changed === null || (await this.areOthers(before))) return this.whole(roundId, mark);
    const decided = changed.decided
      ? await decidedAfter(manager, roundId, before.lastNumber)
      : NOTHING_DECIDED;
    const ids = new Set([...changed.forms, ...decided.forms]);
    if (ids.size > MOST_FORMS) return this.whole(roundId, mark);
    const lastNumber = Math.max(before.lastNumber, decided.lastNumber);
    return {
      basis: { ...before, mark, lastNumber },
      isWhole: false,
      forms: await before.judge.some(manager, [...ids]),
    };
  }

  /** Whether a round is cleaned by other rules now, or its frame has other hospitals. */
  private async areOthers({ round, judge }: CountedBasis): Promise<boolean> {
    const row =
      (await this.reader.manager.findOneBy(RoundCleaning, { roundId: round.id })) ?? untouched(round.id);
    const { mode, frame } = this.datasets.optionsOf(round, settingsOf(row));
    return mode !== judge.options.mode || frame !== judge.options.frame;
  }

  private async whole(roundId: string, mark: TopicMark): Promise<CountedChanges> {
    const { manager } = this.reader;
    const round = await manager.findOneByOrFail(Round, { id: roundId });
    const row = (await manager.findOneBy(RoundCleaning, { roundId })) ?? untouched(roundId);
    const judge = new Judge(
      round,
      this.datasets.optionsOf(round, settingsOf(row)),
      closedItems(questionsOf(await this.instruments.contentOf(round))),
    );
    const forms =
      row.mode === 'review'
        ? judge.verdicts((await this.datasets.asItStands(round)).cleaned)
        : await judge.all(manager);
    return { basis: { round, mark, lastNumber: row.decisions, judge }, isWhole: true, forms };
  }
}

type Verdicts = Map<string, CountedForm | null>;

/** Applies the rules to some forms of a round as they would be applied to all of them. */
class Judge {
  constructor(
    private readonly round: Round,
    readonly options: Parameters<typeof applyDecisions>[2],
    private readonly items: readonly ClosedItem[],
  ) {}

  async all(manager: EntityManager): Promise<Verdicts> {
    const rows = await manager.find(Response, {
      where: { roundId: this.round.id },
      select: { id: true, invitationId: true },
    });
    const found: Verdicts = new Map();
    const linked = rows.flatMap(({ id, invitationId }) => (invitationId === null ? [] : [id]));
    for (let at = 0; at < linked.length; at += BATCH) {
      const batch = await findIn(manager, this.round.id, linked.slice(at, at + BATCH));
      for (const verdict of await this.judge(manager, batch)) found.set(...verdict);
    }
    for (const verdict of await this.withoutLink(manager)) found.set(...verdict);
    return found;
  }

  async some(manager: EntityManager, ids: readonly string[]): Promise<Verdicts> {
    const verdicts: Verdicts = new Map(ids.map((id) => [id, null]));
    if (this.options.mode === 'review') {
      for (const verdict of await this.amongNeighbours(manager, ids)) verdicts.set(...verdict);
      return verdicts;
    }
    const rows = await findIn(manager, this.round.id, ids);
    const linked = rows.filter(({ invitationId }) => invitationId !== null);
    for (const verdict of await this.judge(manager, linked)) verdicts.set(...verdict);
    if (rows.some(({ invitationId }) => invitationId === null))
      for (const verdict of await this.withoutLink(manager)) verdicts.set(...verdict);
    return verdicts;
  }

  /** Forms that came without a link, such as imported ones, can be repeats of one request: judged together. */
  private async withoutLink(manager: EntityManager): Promise<Verdicts> {
    const rows = await findResponses(manager, { roundId: this.round.id, withoutLink: true });
    return this.judge(manager, rows);
  }

  /**
   * Where the rules decide, other forms never say whether a form counts: duplicates are merged, and a merged form
   * counts. Only a repeated request is told by another form (R0), and a link has one form.
   */
  private async judge(manager: EntityManager, rows: readonly ReadResponse[]): Promise<Verdicts> {
    const { id: roundId } = this.round;
    const ids = rows.map(({ id }) => id);
    const own = await inChunks(ids, (chunk) =>
      manager.findBy(CleaningDecision, { roundId, responseId: In(chunk) }),
    );
    const onThem = await inChunks(
      own.map(({ id }) => id),
      (chunk) => manager.findBy(CleaningDecision, { roundId, targetId: In(chunk) }),
    );
    const decisions = new Map([...own, ...onThem].map((row) => [row.id, toDecision(row)]));
    const forms = inPilot(this.round, await readForms(manager, rows));
    return this.verdicts(applyDecisions(forms, [...decisions.values()], this.options));
  }

  /** Where a person decides, a form that is merged counts as long as the one that leads does. */
  private async amongNeighbours(manager: EntityManager, ids: readonly string[]): Promise<Verdicts> {
    const { id: roundId } = this.round;
    const merged = await inChunks(ids, (chunk) =>
      manager.findBy(CleaningDecision, { roundId, kind: 'merge', value: In(chunk) }),
    );
    const about = [...new Set([...ids, ...merged.map(({ responseId }) => responseId ?? '')])];
    const { forms, decisions } = await readNeighbourhood(
      manager,
      this.round,
      // Nothing is proposed; the forms are only asked about.
      about.map((responseId) => ({ ...proposal({ kind: 'accept', responseId }), seenId: '' })),
      async (rows) => inPilot(this.round, await readForms(manager, rows)),
    );
    const verdicts = this.verdicts(applyDecisions(forms, decisions, this.options));
    return new Map(about.map((id) => [id, verdicts.get(id) ?? null]));
  }

  verdicts({ standings, forms }: Pick<CleanedForms, 'standings' | 'forms'>): Verdicts {
    return new Map(
      [...forms.values()].map((form) => {
        const outcome = standings.get(form.responseId)?.outcome;
        const counts = outcome === 'accepted' || outcome === 'merged';
        const { odsCode, submittedAt } = form;
        const answers = counts ? this.items.map(({ answerOf }) => codeOf(answerOf(form))) : [];
        return [form.responseId, counts ? { odsCode, submittedAt, answers } : null];
      }),
    );
  }
}

const codeOf = (answer: ClosedAnswer): string => ('given' in answer ? answer.given : answer.missing);

const findIn = (manager: EntityManager, roundId: string, ids: readonly string[]): Promise<ReadResponse[]> =>
  inChunks(ids, (chunk) => findResponses(manager, { roundId, id: chunk }));
