import { type About, itemsAbout, type RoundItems } from '@liaison-atlas/shared/cleaning/living/item-keys';
import type { Proposal } from '@liaison-atlas/shared/cleaning/proposal';
import { idOfBasis } from '@liaison-atlas/shared/cleaning/queue';
import type { AskedSite } from '@liaison-atlas/shared/cleaning/site-query';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import type { EntityManager } from 'typeorm';

import { findRowsIn } from '../database/row-statements.js';
import { FurtherHospital } from '../fieldwork/further-hospital.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import { isId } from '../platform/ids.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { toAsked, toDecision } from './decision-rows.js';
import { findResponses, inChunks } from './read-forms.js';
import { SiteQuery } from './site-query.entity.js';
import type { ReadResponse } from './to-form.js';

/** What somebody wants to decide, and the form that they looked at. */
export type AskedAbout = Proposal & { readonly seenId: string };

/** Makes forms of rows; what a form says never changes within a revision, so it may be known already. */
type ReadForms = (rows: readonly ReadResponse[]) => Promise<Form[]>;

/**
 * Reads what a request has to be checked against: the forms it names, and everything that has a say in them: by a
 * hospital they speak for (their own, a further one, one they were matched to) or by a decision that rests on several.
 * Found by index: it costs the same in a round of a hundred thousand forms. What the rules make of a neighbourhood is
 * what they make of it in the whole round, because forms that share no hospital have no say in each other.
 */
export async function readNeighbourhood(
  manager: EntityManager,
  round: Pick<Round, 'id'>,
  about: readonly AskedAbout[],
  readForms: ReadForms,
): Promise<RoundItems> {
  const near = new Near(manager, round.id, readForms);
  await near.start(about);
  while (await near.widen());
  await near.addVerdicts();
  const { forms, decisions } = near;
  const found = {
    forms: [...forms.values()],
    decisions: [...decisions.values()].map(toDecision),
    queries: await near.queries(),
  };
  return itemsAbout(found, toAbout(about));
}

/** What a request is about, as the rules look for it. */
export function toAbout(about: readonly AskedAbout[]): About {
  return {
    responseIds: about.flatMap(({ responseId, seenId, kind, value }) => [
      responseId,
      seenId,
      ...(kind === 'merge' ? [value] : []),
    ]),
    decisionIds: about.map(({ targetId }) => targetId),
    places: about.flatMap(({ kind, odsCode, perspective, value }) => [
      { odsCode, perspective },
      ...(kind === 'match' ? [{ odsCode: value, perspective: null }] : []),
    ]),
  };
}

/** What has been found so far, and what is still to be followed. */
class Near {
  readonly forms = new Map<string, Form>();
  readonly decisions = new Map<string, CleaningDecision>();
  private readonly codes = new Set<string>();
  private readonly seen = new Set<string>();
  private newIds = new Set<string>();
  private newCodes = new Set<string>();

  constructor(
    private readonly manager: EntityManager,
    private readonly roundId: string,
    private readonly readForms: ReadForms,
  ) {}

  async start(about: readonly AskedAbout[]): Promise<void> {
    for (const { responseId, seenId, kind, value, odsCode } of about) {
      for (const id of [responseId, seenId, kind === 'merge' ? value : '']) this.followForm(id);
      for (const code of [odsCode, kind === 'match' ? value : '']) this.followHospital(code);
    }
    this.keep(await this.decisionsBy('id', about.map(({ targetId }) => targetId).filter(Boolean)));
  }

  /** Follows what the last look-ups brought up; false = there was nothing new. */
  async widen(): Promise<boolean> {
    const [ids, codes] = [this.newIds, this.newCodes];
    if (ids.size === 0 && codes.size === 0) return false;
    this.newIds = new Set();
    this.newCodes = new Set();
    await this.followIds(ids);
    await this.followCodes(codes);
    return true;
  }

  /** Confirmations and reversals of what was found; nothing rests on these. */
  async addVerdicts(): Promise<void> {
    this.keep(await this.decisionsBy('targetId', [...this.decisions.keys()]));
  }

  queries(): Promise<AskedSite[]> {
    const { manager, roundId } = this;
    return inChunks(this.codes, async (chunk) => {
      const rows = await findRowsIn(manager, SiteQuery, { roundId }, 'odsCode', chunk);
      return rows.map(toAsked).sort((a, b) => (`${a.askedAt} ${a.id}` < `${b.askedAt} ${b.id}` ? -1 : 1));
    });
  }

  private async followIds(ids: ReadonlySet<string>): Promise<void> {
    const { manager, roundId, forms } = this;
    const unread = [...ids].filter((id) => !forms.has(id));
    await this.place(await inChunks(unread, (chunk) => findResponses(manager, { roundId, id: chunk })));
    this.keep(
      await this.decisionsBy(
        'responseId',
        [...ids].filter((id) => forms.has(id)),
      ),
    );
  }

  private async followCodes(codes: ReadonlySet<string>): Promise<void> {
    const { manager, roundId } = this;
    await this.place(await inChunks(codes, (chunk) => findResponses(manager, { roundId, odsCode: chunk })));
    const further = await inChunks(codes, (chunk) =>
      findRowsIn(manager, FurtherHospital, {}, 'odsCode', chunk),
    );
    for (const { responseId } of further) this.followForm(responseId);
    const matched = { roundId, kind: 'match' as const };
    this.keep(
      await inChunks(codes, (chunk) => findRowsIn(manager, CleaningDecision, matched, 'value', chunk)),
    );
    for (const kind of ['resolve', 'query'] as const)
      this.keep(
        await inChunks(codes, (chunk) =>
          findRowsIn(manager, CleaningDecision, { roundId, kind }, 'odsCode', chunk),
        ),
      );
  }

  private decisionsBy(
    key: 'id' | 'responseId' | 'targetId',
    values: readonly string[],
  ): Promise<CleaningDecision[]> {
    const { manager, roundId } = this;
    return inChunks(values, (chunk) => findRowsIn(manager, CleaningDecision, { roundId }, key, chunk));
  }

  private async place(rows: readonly ReadResponse[]): Promise<void> {
    const unread = rows.filter(({ id }) => !this.forms.has(id));
    for (const form of await this.readForms(unread)) {
      this.forms.set(form.responseId, form);
      this.followForm(form.responseId);
      for (const code of [form.odsCode, ...form.alsoFor]) this.followHospital(code);
    }
    // As the row names it: what a form answers and where it is found are two things until it is sent again.
    for (const { odsCode } of unread) this.followHospital(odsCode);
  }

  private keep(rows: readonly CleaningDecision[]): void {
    for (const row of rows) {
      if (this.decisions.has(row.id)) continue;
      this.decisions.set(row.id, row);
      this.followForm(row.responseId ?? '');
      for (const revision of row.basis) this.followForm(idOfBasis(revision));
      this.followHospital(row.odsCode);
      if (row.kind === 'match') this.followHospital(row.value);
    }
  }

  private followForm(id: string): void {
    if (!isId(id) || this.seen.has(id)) return;
    this.seen.add(id);
    this.newIds.add(id);
  }

  private followHospital(code: string): void {
    if (code === '' || this.codes.has(code)) return;
    this.codes.add(code);
    this.newCodes.add(code);
  }
}
