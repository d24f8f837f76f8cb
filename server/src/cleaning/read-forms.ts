import { formFromResponse } from '@liaison-atlas/shared/fieldwork/form-from-response';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { type EntityManager, type FindOptionsSelect, type FindOptionsWhere, In } from 'typeorm';

import { Response } from '../fieldwork/response.entity.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';

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
  submittedAt: true,
} satisfies FindOptionsSelect<Response>;

/** Rows of responses with what the rules need. */
export const findResponses = (
  manager: EntityManager,
  where: FindOptionsWhere<Response>,
): Promise<Response[]> => manager.find(Response, { where, select: COLUMNS });

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
    return toForm({ ...response, revision }, found, revisions.has(response.id) ? found?.at : undefined);
  });
}

/** A form never submitted has no answers as far as cleaning is concerned. */
function toForm(response: Response, sent: ResponseRevision | undefined, sentAt = response.submittedAt): Form {
  const { id: responseId, invitationId, revision, respondent, odsCode } = response;
  // A link has one form, so its retries have been met already; and its key is the sender's own choice: taken as it is,
  // two teams that both chose "1" would count as one request, and one of them would drop out of the figures.
  const idempotencyKey =
    invitationId === null ? response.idempotencyKey : `${invitationId}:${response.idempotencyKey}`;
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
      alsoFor: [],
      heldToken: invitationId !== null,
      isTest: false,
      submittedAt: sentAt ?? '',
    },
    sent?.answers ?? {},
  );
}
