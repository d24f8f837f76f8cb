import { type CleaningSettings, DEFAULT_CLEANING } from '@liaison-atlas/shared/cleaning/cleaning-settings';
import type { Decision } from '@liaison-atlas/shared/cleaning/decision';
import type { AskedSite } from '@liaison-atlas/shared/cleaning/site-query';
import type { EntityManager } from 'typeorm';

import { holdRows } from '../database/hold-rows.js';
import type { CleaningDecision } from './cleaning-decision.entity.js';
import { RoundCleaning } from './round-cleaning.entity.js';
import type { SiteQuery } from './site-query.entity.js';

/** A row as the rules read it. */
export function toDecision(row: CleaningDecision): Decision {
  const { id, number, kind, odsCode, perspective, variable, basis, rule, reason, note, value, by, at } = row;
  const own = { id, number, kind, odsCode, perspective, variable, basis, rule, reason, note, value, by, at };
  return {
    ...own,
    responseId: row.responseId ?? '',
    targetId: row.targetId ?? '',
    needsSecond: row.needsSecond === 1,
  };
}

/** The columns of a decision's row. */
export const toRow = (roundId: string, decision: Decision) => ({
  ...decision,
  basis: [...decision.basis],
  roundId,
  responseId: decision.responseId || null,
  targetId: decision.targetId || null,
  needsSecond: decision.needsSecond ? 1 : 0,
});

export const toAsked = (row: SiteQuery): AskedSite => {
  const { id, odsCode, perspective, variable, state, answer, askedAt } = row;
  return { id, odsCode, perspective, variable, state, answer, askedAt, answeredAt: row.answeredAt ?? '' };
};

/** What a round has while nobody has chosen or decided anything. */
export const untouched = (roundId: string): Omit<RoundCleaning, 'round'> => ({
  roundId,
  mode: DEFAULT_CLEANING.mode,
  secondReader: DEFAULT_CLEANING.secondReader,
  checks: DEFAULT_CLEANING.checks,
  decisions: 0,
  frozenAs: 0,
});

/** Checks that came after the row was written hold as they come. */
export const settingsOf = ({
  mode,
  secondReader,
  checks,
}: Pick<RoundCleaning, 'mode' | 'secondReader' | 'checks'>): CleaningSettings => ({
  mode,
  secondReader,
  checks: { ...DEFAULT_CLEANING.checks, ...checks },
});

/**
 * The row of a round, locked until the unit ends: on PostgreSQL the next one who decides waits here, on SQLite units
 * stand in a queue anyway. Made where there is none; two who make it at once get the same.
 */
export async function lockCleaning(manager: EntityManager, roundId: string): Promise<RoundCleaning> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(RoundCleaning)
    .values({ ...untouched(roundId), checks: { ...DEFAULT_CLEANING.checks } })
    .orIgnore()
    .execute();
  return manager.findOneOrFail(RoundCleaning, {
    where: { roundId },
    ...holdRows(manager),
  });
}
