import type { FrozenForm } from '@liaison-atlas/shared/cleaning/freeze-document';
import {
  FOOT_LENGTH,
  type FreezeFoot,
  freezeFoot,
} from '@liaison-atlas/shared/publication/exports/freeze-foot';
import { FrozenList } from '@liaison-atlas/shared/publication/exports/frozen-members';

import { type RowReader, valueAt } from '../../database/row-reader.js';

/** Forms that are read and made rows of together: whoever is answered meanwhile waits for no more than these. */
export const PAGE = 100;
/** Characters of a freeze that are read together. Both engines take the text up whole for each part of it. */
const PART = 2 * 1024 * 1024;

/** The forms that a freeze lists, a page at a time. @throws RangeError when there is no such freeze */
export async function* frozenForms(
  reader: RowReader,
  roundId: string,
  number: number,
): AsyncGenerator<readonly FrozenForm[]> {
  const listed = new FrozenList();
  for await (const part of frozenText(reader, roundId, number))
    for (const forms of listed.take(part, PAGE)) yield forms;
  listed.end();
}

/** What stands behind the forms of a freeze. @throws RangeError when there is no such freeze */
export async function footOf(reader: RowReader, roundId: string, number: number): Promise<FreezeFoot> {
  const [round, freeze] = [1, 2].map((place) => valueAt(reader, place));
  // Neither engine begins before the first character: a short text is read whole.
  const [row] = await reader.ask<{ readonly end: string }>(
    `SELECT substr(document, CASE WHEN length(document) > ${FOOT_LENGTH} THEN length(document) - ${FOOT_LENGTH} ELSE 1 END)
      AS "end" FROM "freeze" WHERE round_id = ${round} AND number = ${freeze}`,
    [roundId, number],
  );
  return freezeFoot(row?.end ?? '');
}

/** The text of a freeze, part by part; nothing when there is none. */
async function* frozenText(reader: RowReader, roundId: string, number: number): AsyncGenerator<string> {
  const [from, round, freeze] = [1, 2, 3].map((place) => valueAt(reader, place));
  const statement = `SELECT substr(document, ${from}, ${PART}) AS part FROM "freeze"
    WHERE round_id = ${round} AND number = ${freeze}`;
  for (let at = 1; ; at += PART) {
    const [row] = await reader.ask<{ readonly part: string }>(statement, [at, roundId, number]);
    if (row === undefined || row.part === '') return;
    yield row.part;
  }
}
