import type { ResponseMode } from '@liaison-atlas/shared/fieldwork/response';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import type { FormRow } from '@liaison-atlas/shared/publication/exports/form-table';

import type { RowReader } from '../../database/row-reader.js';

/** A form that counts, before its answers are read. */
export type Member = Pick<FormRow, 'responseId' | 'revision' | 'outcome' | 'odsCode'>;

/** Texts that a person has cleared, by revision and variable. */
export type ClearedTexts = (form: Member, answers: Answers) => ReadonlyMap<string, string>;

/** A revision as the statements below give it; its place in the list that was asked for is counted from 0. */
type StoredRevision = readonly [
  place: number | string,
  revision: number,
  at: string,
  answers: string,
  mode: ResponseMode,
  version: string,
];

/** A form that counts, with its revision as it lies in the database. */
export interface StoredForm {
  readonly member: Member;
  readonly row: StoredRevision;
}

const COLUMNS =
  's.revision AS revision, s.at AS at, s.answers AS answers, r.mode AS mode, r.instrument_version AS version';

/**
 * One text for any number of ids, so that the statement is prepared once. They are looked up one after the other as the
 * list has them, which spares both engines putting rows into an order.
 */
const STATEMENTS = {
  sqlite: `SELECT j.key AS place, ${COLUMNS} FROM json_each(?) j
     CROSS JOIN response_revision s ON s.response_id = j.value CROSS JOIN response r ON r.id = s.response_id
     WHERE r.state <> 'withdrawn'`,
  postgres: `SELECT j.place - 1 AS place, ${COLUMNS}
     FROM json_array_elements_text($1::json) WITH ORDINALITY AS j(id, place)
     JOIN response_revision s ON s.response_id = j.id JOIN response r ON r.id = s.response_id
     WHERE r.state <> 'withdrawn'`,
} as const;

/**
 * The revisions of these forms as they are stored, in their order, read by one statement that is done when it returns: no
 * read stays open between pages. A form that its team has taken back since is not among them; nothing of it is left.
 */
export async function readFormPage(
  reader: RowReader,
  members: readonly Member[],
): Promise<readonly StoredForm[]> {
  const ids = JSON.stringify(members.map(({ responseId }) => responseId));
  const rows = await reader.list<StoredRevision>(STATEMENTS[reader.engine], [ids]);
  const found: (StoredForm | undefined)[] = members.map(() => undefined);
  for (const row of rows) {
    const at = Number(row[0]);
    const member = members[at];
    if (member?.revision === row[1]) found[at] = { member, row };
  }
  return found.filter((form) => form !== undefined);
}

/** A stored form with its answers unpacked; done one at a time, so that few of them ever stand in memory. */
export function toFormRow({ member, row }: StoredForm, cleared: ClearedTexts): FormRow {
  const { responseId, revision, outcome, odsCode } = member;
  const answers = JSON.parse(row[3]) as Answers;
  return {
    responseId,
    revision,
    outcome,
    odsCode,
    instrumentVersion: row[5],
    mode: row[4],
    submittedAt: row[2],
    answers,
    cleared: cleared(member, answers),
  };
}
