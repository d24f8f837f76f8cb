import type { ResponseMode } from '@liaison-atlas/shared/fieldwork/response';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import type { FormRow } from '@liaison-atlas/shared/publication/exports/form-table';
import type { DataSource } from 'typeorm';

/** A form that counts, before its answers are read. */
export type Member = Pick<FormRow, 'responseId' | 'revision' | 'outcome' | 'odsCode'>;

/** Texts that a person has cleared, by revision and variable. */
export type ClearedTexts = (form: Member, answers: Answers) => ReadonlyMap<string, string>;

interface StoredRevision {
  readonly id: string;
  readonly revision: number;
  readonly at: string;
  readonly answers: string;
  readonly mode: ResponseMode;
  readonly version: string;
}

/** A form that counts, with its revision as it lies in the database. */
export interface StoredForm {
  readonly member: Member;
  readonly row: StoredRevision;
}

/** One text for any number of ids, so that the statement is prepared once. */
const STATEMENTS = {
  sqlite: 'IN (SELECT value FROM json_each(?))',
  postgres: '= ANY(ARRAY(SELECT json_array_elements_text($1::json)))',
} as const;

const statement = (ids: string): string =>
  'SELECT s.response_id AS id, s.revision AS revision, s.at AS at, s.answers AS answers, r.mode AS mode, ' +
  'r.instrument_version AS version FROM response_revision s JOIN response r ON r.id = s.response_id ' +
  `WHERE s.response_id ${ids} AND r.state <> 'withdrawn'`;

/**
 * The revisions of these forms as they are stored, in their order, read by one statement that is done when it returns: no
 * read stays open between pages. A form that its team has taken back since is not among them; nothing of it is left.
 */
export async function readFormPage(
  reader: DataSource,
  members: readonly Member[],
): Promise<readonly StoredForm[]> {
  const engine = reader.options.type === 'postgres' ? 'postgres' : 'sqlite';
  const ids = JSON.stringify(members.map(({ responseId }) => responseId));
  const rows: readonly StoredRevision[] = await reader.query(statement(STATEMENTS[engine]), [ids]);
  const places = new Map(members.map(({ responseId }, at) => [responseId, at]));
  const found: (StoredRevision | undefined)[] = members.map(() => undefined);
  for (const row of rows) {
    const at = places.get(row.id);
    if (at !== undefined && members[at]?.revision === row.revision) found[at] = row;
  }
  return members.flatMap((member, at) => {
    const row = found[at];
    return row === undefined ? [] : [{ member, row }];
  });
}

/** A stored form with its answers unpacked; done one at a time, so that few of them ever stand in memory. */
export function toFormRow({ member, row }: StoredForm, cleared: ClearedTexts): FormRow {
  const { responseId, revision, outcome, odsCode } = member;
  const answers = JSON.parse(row.answers) as Answers;
  return {
    responseId,
    revision,
    outcome,
    odsCode,
    instrumentVersion: row.version,
    mode: row.mode,
    submittedAt: row.at,
    answers,
    cleared: cleared(member, answers),
  };
}
