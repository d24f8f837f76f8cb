import type { ReplyEvent } from '@liaison-atlas/shared/publication/right-of-reply';
import type { ShownUnderName } from '@liaison-atlas/shared/publication/shown-under-name';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';

import type { Unit } from '../../database/unit.js';
import { insertRows } from '../../database/row-statements.js';
import { newId, sha256 } from '../../platform/ids.js';
import { ReplyEventRow } from './reply-event.entity.js';
import { ReplyPeriodRow } from './reply-period.entity.js';

/** An event as the rules see it. */
export const toReplyEvent = (row: ReplyEventRow): ReplyEvent => ({
  number: row.number,
  kind: row.kind,
  odsCode: row.odsCode,
  linkId: row.linkId,
  at: row.at,
  shownSha256: row.shownSha256,
  refusesScore: row.refusesScore === 1,
  refusesQuotations: row.refusesQuotations === 1,
});

/** SHA-256 of exactly what a hospital has before it. */
export const shownHash = (shown: ShownUnderName): string => sha256(canonicalJson(shown));

/** An event on its way into the table; what was shown is kept as its hash, its code and counts. */
export interface NewReplyEvent extends Pick<ReplyEvent, 'kind' | 'odsCode' | 'linkId'> {
  readonly shown: ShownUnderName;
  readonly freezeNumber: number;
  readonly refusesScore?: boolean;
  readonly refusesQuotations?: boolean;
}

/** Rows of one statement: both engines limit how many parameters it may have. */
const CHUNK = 50;

/** Adds events to a period, numbered without a gap: the counter is raised first, so whoever comes second waits. */
export async function addReplyEvents(
  { manager }: Unit,
  period: Pick<ReplyPeriodRow, 'id' | 'roundId'>,
  at: string,
  events: readonly NewReplyEvent[],
): Promise<void> {
  await manager.increment(ReplyPeriodRow, { id: period.id }, 'events', events.length);
  const { events: last } = await manager.findOneByOrFail(ReplyPeriodRow, { id: period.id });
  const rows = events.map(({ shown, refusesScore, refusesQuotations, ...event }, index) => ({
    ...event,
    id: newId(),
    periodId: period.id,
    roundId: period.roundId,
    number: last - events.length + index + 1,
    at,
    shownSha256: shownHash(shown),
    shownCategory: shown.hospital.category,
    shownScore: shown.hospital.score === null ? 0 : 1,
    shownQuotations: shown.quotations.length,
    refusesScore: refusesScore === true ? 1 : 0,
    refusesQuotations: refusesQuotations === true ? 1 : 0,
  }));
  for (let from = 0; from < rows.length; from += CHUNK)
    await insertRows(manager, ReplyEventRow, rows.slice(from, from + CHUNK));
}
