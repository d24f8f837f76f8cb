import { RECORDED_MODES, type RecordedMode } from '@liaison-atlas/shared/fieldwork/recorded-answer';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';

import { insertRows } from '../database/row-statements.js';
import { runAgain } from '../database/run-again.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Unit } from '../database/unit.js';
import { newId } from '../platform/ids.js';
import type { Invitation } from './invitation.entity.js';
import type { Link } from './link.service.js';
import { Response } from './response.entity.js';

/** What has been saved by a link; before that, the hospital that it was made for. */
export const draftOf = ({ response, invitation }: Pick<Link, 'response' | 'invitation'>): Answers =>
  response?.draft ?? (invitation.odsCode === '' ? {} : { hospital: { given: invitation.odsCode } });

/** Acts of a link are logged under the invitation, never under a person. */
export const actorOf = ({ invitation }: Pick<Link, 'invitation'>): { id: string } => ({
  id: `invitation:${invitation.id}`,
});

/** Whether the survey team writes the answer down, as the pages want to know it. */
export function recordingOf({ mode }: Invitation): { readonly recording?: RecordedMode } {
  const recording = RECORDED_MODES.find((each) => each === mode);
  return recording === undefined ? {} : { recording };
}

/** On PostgreSQL two first saves can meet in the unique index; the later one then finds the earlier's row. */
export const runForLink = <Value>(
  unitOfWork: UnitOfWork,
  link: Link,
  work: (unit: Unit) => Promise<Value>,
): Promise<Value> => runAgain(unitOfWork, actorOf(link), work);

/** The form of a link from its first saved page on. */
export async function startResponse(
  { manager }: Unit,
  { invitation, round }: Pick<Link, 'invitation' | 'round'>,
  at: string,
): Promise<Response> {
  const row = {
    id: newId(),
    roundId: round.id,
    invitationId: invitation.id,
    odsCode: invitation.odsCode,
    siteTextRaw: '',
    instrumentVersion: round.instrumentVersion,
    mode: invitation.mode ?? ('web_token' as const),
    respondent: `link:${invitation.id.slice(0, 8)}`,
    state: 'in_progress' as const,
    revision: 0,
    draft: {},
    draftRevision: 0,
    idempotencyKey: newId(),
    startedAt: at,
    lastSavedAt: at,
    submittedAt: null,
  };
  await insertRows(manager, Response, [row]);
  return row as unknown as Response;
}
