import { revisionKey } from '@liaison-atlas/shared/cleaning/decision';
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
 * The revisions of these forms, in their order, read by one statement that is done when it returns: no read stays open
 * between pages. A form that its team has taken back since is not among them; nothing of it is left to read.
 */
export async function readFormPage(
  reader: DataSource,
  members: readonly Member[],
  cleared: ClearedTexts,
): Promise<FormRow[]> {
  const engine = reader.options.type === 'postgres' ? 'postgres' : 'sqlite';
  const ids = JSON.stringify(members.map(({ responseId }) => responseId));
  const rows: readonly StoredRevision[] = await reader.query(statement(STATEMENTS[engine]), [ids]);
  const stored = new Map(rows.map((row) => [`${row.id}:${row.revision}`, row]));
  return members.flatMap((member): FormRow[] => {
    const found = stored.get(revisionKey(member));
    if (found === undefined) return [];
    const { responseId, revision, outcome, odsCode } = member;
    const answers = JSON.parse(found.answers) as Answers;
    return [
      {
        responseId,
        revision,
        outcome,
        odsCode,
        instrumentVersion: found.version,
        mode: found.mode,
        submittedAt: found.at,
        answers,
        cleared: cleared(member, answers),
      },
    ];
  });
}
