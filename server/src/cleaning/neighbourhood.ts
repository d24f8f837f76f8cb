import type { Decision } from '@liaison-atlas/shared/cleaning/decision';
import type { Proposal } from '@liaison-atlas/shared/cleaning/proposal';
import { idOfBasis } from '@liaison-atlas/shared/cleaning/queue';
import type { AskedSite } from '@liaison-atlas/shared/cleaning/site-query';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { type EntityManager, In } from 'typeorm';

import { FurtherHospital } from '../fieldwork/further-hospital.entity.js';
import type { Response } from '../fieldwork/response.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { toAsked, toDecision } from './decision-rows.js';
import { findResponses, inChunks } from './read-forms.js';
import { SiteQuery } from './site-query.entity.js';

/** Everything that a decision can touch, and nothing else of the round. */
export interface Neighbourhood {
  readonly forms: readonly Form[];
  readonly decisions: readonly Decision[];
  readonly queries: readonly AskedSite[];
}

/** Makes forms of rows; what a form says never changes within a revision, so it may be known already. */
type ReadForms = (rows: readonly Response[]) => Promise<Form[]>;

/**
 * Reads what a request has to be checked against: the forms it names, and everything that is connected with them by a
 * hospital they speak for (their own, a further one, one they were matched to) or by a decision that rests on several.
 * Found by index: it costs the same in a round of a hundred thousand forms. What the rules make of a neighbourhood is
 * what they make of it in the whole round, because forms that share no hospital have no say in each other.
 */
export async function readNeighbourhood(
  manager: EntityManager,
  round: Pick<Round, 'id'>,
  about: readonly (Proposal & { readonly seenId: string })[],
  readForms: ReadForms,
): Promise<Neighbourhood> {
  const near = new Near(manager, round.id);
  await near.start(about);
  while (await near.widen());
  await near.addVerdicts();
  const { rows, decisions } = near;
  return {
    forms: await readForms([...rows.values()]),
    decisions: [...decisions.values()].map(toDecision),
    queries: await near.queries(),
  };
}

/** What has been found so far, and what is still to be followed. */
class Near {
  readonly rows = new Map<string, Response>();
  readonly decisions = new Map<string, CleaningDecision>();
  private readonly codes = new Set<string>();
  private readonly seen = new Set<string>();
  private newIds = new Set<string>();
  private newCodes = new Set<string>();

  constructor(
    private readonly manager: EntityManager,
    private readonly roundId: string,
  ) {}

  async start(about: readonly (Proposal & { readonly seenId: string })[]): Promise<void> {
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
      const where = { roundId, odsCode: In(chunk) };
      return (await manager.find(SiteQuery, { where, order: { askedAt: 'ASC', id: 'ASC' } })).map(toAsked);
    });
  }

  private async followIds(ids: ReadonlySet<string>): Promise<void> {
    const { manager, roundId, rows } = this;
    const unread = [...ids].filter((id) => !rows.has(id));
    this.place(await inChunks(unread, (chunk) => findResponses(manager, { roundId, id: In(chunk) })));
    const known = [...ids].filter((id) => rows.has(id));
    const further = await inChunks(known, (chunk) =>
      manager.findBy(FurtherHospital, { responseId: In(chunk) }),
    );
    for (const { odsCode } of further) this.followHospital(odsCode);
    this.keep(await this.decisionsBy('responseId', known));
  }

  private async followCodes(codes: ReadonlySet<string>): Promise<void> {
    const { manager, roundId } = this;
    this.place(await inChunks(codes, (chunk) => findResponses(manager, { roundId, odsCode: In(chunk) })));
    const further = await inChunks(codes, (chunk) => manager.findBy(FurtherHospital, { odsCode: In(chunk) }));
    for (const { responseId } of further) this.followForm(responseId);
    const matched = { roundId, kind: 'match' as const };
    const aboutSets = { roundId, kind: In(['resolve', 'query'] as const) };
    this.keep(
      await inChunks(codes, (chunk) => manager.findBy(CleaningDecision, { ...matched, value: In(chunk) })),
    );
    this.keep(
      await inChunks(codes, (chunk) =>
        manager.findBy(CleaningDecision, { ...aboutSets, odsCode: In(chunk) }),
      ),
    );
  }

  private decisionsBy(
    key: 'id' | 'responseId' | 'targetId',
    values: readonly string[],
  ): Promise<CleaningDecision[]> {
    const { manager, roundId } = this;
    return inChunks(values, (chunk) => manager.findBy(CleaningDecision, { roundId, [key]: In(chunk) }));
  }

  private place(rows: readonly Response[]): void {
    for (const row of rows) {
      this.rows.set(row.id, row);
      this.followForm(row.id);
      this.followHospital(row.odsCode);
    }
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

const isId = (text: string): boolean => /^[\w-]{1,36}$/.test(text);
