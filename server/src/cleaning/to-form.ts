import { formFromResponse } from '@liaison-atlas/shared/fieldwork/form-from-response';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';

import type { Response } from '../fieldwork/response.entity.js';
import type { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import type { Round } from '../fieldwork/round.entity.js';

/** What the rules need of a response beside its answers; the draft is nobody's business. */
export type ReadResponse = Pick<
  Response,
  | 'id'
  | 'revision'
  | 'state'
  | 'odsCode'
  | 'idempotencyKey'
  | 'respondent'
  | 'invitationId'
  | 'mode'
  | 'submittedAt'
  | 'isTest'
>;

/** What of a revision a form is made from. */
export type SentRevision = Pick<ResponseRevision, 'at' | 'answers'>;

/** Sent in the pilot and taken back: nothing of it is left, and its team has not answered this round. */
export const isGone = ({ isTest, state }: Pick<ReadResponse, 'isTest' | 'state'>): boolean =>
  isTest === 1 && state === 'withdrawn';

/** Forms of a round that is being piloted never count; what they are marked with outlives the pilot. */
export const inPilot = ({ state }: Pick<Round, 'state'>, forms: Form[]): Form[] =>
  state === 'pilot' ? forms.map((form) => ({ ...form, isTest: true })) : forms;

/** A form never submitted has no answers as far as cleaning is concerned. */
export function toForm(
  response: ReadResponse,
  revision: number,
  sent: SentRevision | undefined,
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
