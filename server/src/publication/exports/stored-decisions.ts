import type { Decision } from '@liaison-atlas/shared/cleaning/decision';

import { type RowReader, valueAt } from '../../database/row-reader.js';

/** A row of a decision as both engines give it: documents are text, a truth is 0 or 1. */
export type StoredDecision = Omit<Decision, 'responseId' | 'targetId' | 'basis' | 'needsSecond'> & {
  readonly responseId: string | null;
  readonly targetId: string | null;
  readonly basis: string;
  readonly needsSecond: number;
};

export const SELECT_DECISIONS = `SELECT id, number, kind, response_id AS "responseId", ods_code AS "odsCode", perspective,
  variable, basis, rule, reason, note, value, "by", at, needs_second AS "needsSecond", target_id AS "targetId"
  FROM cleaning_decision`;

export const toDecision = (row: StoredDecision): Decision => ({
  ...row,
  basis: JSON.parse(row.basis) as string[],
  responseId: row.responseId ?? '',
  targetId: row.targetId ?? '',
  needsSecond: row.needsSecond === 1,
});

/** Decisions that are read together. */
const PAGE = 500;

/** What people decided about a round, in order, some at a time. @param last number of the last one that counts */
export async function* decisionsOf(
  reader: RowReader,
  roundId: string,
  last: number,
): AsyncGenerator<readonly Decision[]> {
  const [round, after, until] = [1, 2, 3].map((place) => valueAt(reader, place));
  const statement = `${SELECT_DECISIONS} WHERE round_id = ${round} AND number > ${after} AND number <= ${until}
    ORDER BY number LIMIT ${PAGE}`;
  for (let at = 0; ;) {
    const rows = await reader.ask<StoredDecision>(statement, [roundId, at, last]);
    if (rows.length > 0) yield rows.map(toDecision);
    if (rows.length < PAGE) return;
    at = rows.at(-1)?.number ?? last;
  }
}

/** The decisions of these numbers, in order. */
export async function decisionsNumbered(
  reader: RowReader,
  roundId: string,
  numbers: readonly number[],
): Promise<readonly Decision[]> {
  const wanted = new Set(numbers);
  const found: Decision[] = [];
  const [round, from, until] = [1, 2, 3].map((place) => valueAt(reader, place));
  const statement = `${SELECT_DECISIONS} WHERE round_id = ${round} AND number BETWEEN ${from} AND ${until}`;
  const inOrder = numbers.toSorted((a, b) => a - b);
  for (let at = 0; at < inOrder.length;) {
    // Neighbours are read together: what was decided about one form is often decided in one sitting.
    let end = at;
    while (end + 1 < inOrder.length && (inOrder[end + 1] ?? 0) - (inOrder[at] ?? 0) < PAGE) end += 1;
    const rows = await reader.ask<StoredDecision>(statement, [roundId, inOrder[at], inOrder[end]]);
    for (const row of rows) if (wanted.has(row.number)) found.push(toDecision(row));
    at = end + 1;
  }
  return found.sort((a, b) => a.number - b.number);
}
