import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import type { EntityManager } from 'typeorm';

import { columnList, parameter } from '../database/row-statements.js';
import { Response } from '../fieldwork/response.entity.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import { isGone, type ReadResponse, type SentRevision, toForm } from './to-form.js';

/** Values of one `IN (…)`: both engines limit how many parameters a statement may have. */
const CHUNK = 500;

/** What the rules need of a response beside its answers; the draft is nobody's business. */
const COLUMNS = [
  'id',
  'revision',
  'state',
  'odsCode',
  'idempotencyKey',
  'respondent',
  'invitationId',
  'mode',
  'submittedAt',
  'isTest',
] as const satisfies readonly (keyof Response)[];

/** Which responses of a round: all of them, those with an id, those of a hospital, or those that came without a link. */
export interface WhichResponses {
  readonly roundId: string;
  readonly id?: readonly string[];
  readonly odsCode?: readonly string[];
  readonly withoutLink?: true;
}

/**
 * Rows of responses with what the rules need. Bound by hand: a large round has a hundred thousand, and making entities
 * of them takes several times what the database needs.
 */
export async function findResponses(
  manager: EntityManager,
  { roundId, id, odsCode, withoutLink }: WhichResponses,
): Promise<ReadResponse[]> {
  const source = manager.dataSource;
  const values = id ?? odsCode ?? [];
  const among = values.map((_, at) => parameter(source, at + 1)).join(', ');
  const column = id === undefined ? 'ods_code' : 'id';
  // Written so that no index of the round is taken where ids are named: SQLite would read all of its rows for each part.
  const round = id === undefined ? 'r.round_id' : `(r.round_id || '')`;
  const named = id === undefined && odsCode === undefined ? '' : ` AND r.${column} IN (${among})`;
  const which = withoutLink === true ? `${named} AND r.invitation_id IS NULL` : named;
  const rows = await manager.query<Record<string, unknown>[]>(
    `SELECT ${columnList(source, Response, COLUMNS)} FROM response r
     WHERE ${round} = ${parameter(source, 0)}${which}`,
    [roundId, ...values],
  );
  return (rows as unknown as ReadResponse[]).filter((response) => !isGone(response));
}

/** Calls a look-up with a part of the values at a time. */
export async function inChunks<Value, Row>(
  values: Iterable<Value>,
  lookUp: (chunk: Value[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const all = [...values];
  const rows: Row[] = [];
  for (let at = 0; at < all.length; at += CHUNK) rows.push(...(await lookUp(all.slice(at, at + CHUNK))));
  return rows;
}

/** The forms of these responses, each in the revision that its row names, or in the one that `revisions` does. */
export async function readForms(
  manager: EntityManager,
  responses: readonly ReadResponse[],
  revisions: ReadonlyMap<string, number> = new Map(),
): Promise<Form[]> {
  const source = manager.dataSource;
  const ids = responses.filter(({ revision }) => revision > 0).map(({ id }) => id);
  // By number and not by age: a correction that came since the responses were read belongs to the next reading.
  const sent = new Map<string, SentRevision>();
  const rows = await inChunks(ids, (chunk) =>
    manager.query<{ responseId: string; revision: number; at: string; answers: string }[]>(
      `SELECT ${columnList(source, ResponseRevision, REVISION_COLUMNS)} FROM response_revision r
       WHERE r.response_id IN (${chunk.map((_, at) => parameter(source, at)).join(', ')})`,
      chunk,
    ),
  );
  for (const { responseId, revision, at, answers } of rows)
    sent.set(`${responseId}:${revision}`, { at, answers: JSON.parse(answers) as Answers });
  return responses.map((response) => {
    const revision = revisions.get(response.id) ?? response.revision;
    const found = sent.get(`${response.id}:${revision}`);
    return toForm(response, revision, found, revisions.has(response.id) ? found?.at : undefined);
  });
}

const REVISION_COLUMNS = [
  'responseId',
  'revision',
  'at',
  'answers',
] as const satisfies readonly (keyof ResponseRevision)[];
