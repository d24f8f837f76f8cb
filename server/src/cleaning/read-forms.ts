import { formFromResponse } from '@liaison-atlas/shared/fieldwork/form-from-response';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { type EntityManager, type FindOptionsSelect, type FindOptionsWhere, In } from 'typeorm';

import { Response } from '../fieldwork/response.entity.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import type { Round } from '../fieldwork/round.entity.js';

/** Values of one `IN (…)`: both engines limit how many parameters a statement may have. */
const CHUNK = 500;

/** What the rules need of a response beside its answers; the draft is nobody's business. */
const COLUMNS = {
  id: true,
  revision: true,
  state: true,
  odsCode: true,
  idempotencyKey: true,
  respondent: true,
  invitationId: true,
  mode: true,
  submittedAt: true,
  isTest: true,
} satisfies FindOptionsSelect<Response>;

/** Rows of responses with what the rules need. */
export async function findResponses(
  manager: EntityManager,
  where: FindOptionsWhere<Response>,
): Promise<Response[]> {
  const rows = await manager.find(Response, { where, select: COLUMNS });
  // Sent in the pilot and taken back: nothing of it is left, and its team has not answered this round.
  return rows.filter(({ isTest, state }) => !(isTest === 1 && state === 'withdrawn'));
}

/** Forms of a round that is being piloted never count; what they are marked with outlives the pilot. */
export const inPilot = ({ state }: Pick<Round, 'state'>, forms: Form[]): Form[] =>
  state === 'pilot' ? forms.map((form) => ({ ...form, isTest: true })) : forms;

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
  responses: readonly Response[],
  revisions: ReadonlyMap<string, number> = new Map(),
): Promise<Form[]> {
  const ids = responses.filter(({ revision }) => revision > 0).map(({ id }) => id);
  // By number and not by age: a correction that came since the responses were read belongs to the next reading.
  const sent = new Map<string, ResponseRevision>();
  for (const row of await inChunks(ids, (chunk) =>
    manager.findBy(ResponseRevision, { responseId: In(chunk) }),
  ))
    sent.set(`${row.responseId}:${row.revision}`, row);
  return responses.map((response) => {
    const revision = revisions.get(response.id) ?? response.revision;
    const found = sent.get(`${response.id}:${revision}`);
    return toForm(response, revision, found, revisions.has(response.id) ? found?.at : undefined);
  });
}

/** A form never submitted has no answers as far as cleaning is concerned. */
function toForm(
  response: Response,
  revision: number,
  sent: ResponseRevision | undefined,
  sentAt = response.submittedAt,
): Form {
  const { id: responseId, invitationId, respondent, odsCode } = response;
  // A link has one form, so its retries have been met already; and its key is the sender's own choice: taken as it is,
  // two teams that both chose "1" would count as one request, and one of them would drop out of the figures.
  // A form of the pilot has let go of its link; its key is made its own, for the same link may use it again.
  const idempotencyKey =
    response.isTest === 1
      ? `test:${responseId}`
      : invitationId === null
        ? response.idempotencyKey
        : `${invitationId}:${response.idempotencyKey}`;
  // `under_review` is always a respondent's correction: what a cleaner decides is no state of the response but a
  // decision beside it. A correction is looked at like the submission that it replaces.
  const state = response.state === 'under_review' ? 'submitted' : response.state;
  return formFromResponse(
    {
      responseId,
      idempotencyKey,
      state,
      revision,
      respondent,
      matchedOdsCode: '',
      invitedOdsCode: odsCode,
      // Who came by an open link, or was rung, held no link that had been sent to the hospital.
      heldToken: invitationId !== null && response.mode === 'web_token',
      isTest: response.isTest === 1,
      submittedAt: sentAt ?? '',
    },
    sent?.answers ?? {},
  );
}
