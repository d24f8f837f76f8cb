import type { PersonalSection } from '@liaison-atlas/shared/privacy/personal-file';
import { type EntityManager, In } from 'typeorm';

import { Invitation } from '../fieldwork/invitation.entity.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import { Response } from '../fieldwork/response.entity.js';
import type { KnownAs } from './find-person.js';
import { section } from './section.js';

/**
 * Stands for what has been typed and not sent, where it is not the person who reads: until it is sent it is nobody's business
 * but theirs.
 */
export const SEALED_DRAFT =
  'Not shown here. The link of the form shows it, and so does the file that the person takes from their own account.';

/**
 * The invitations of a contact, and what came back by their links.
 * @param withDrafts whether what has been typed and not sent is read
 */
export async function readInvitations(
  manager: EntityManager,
  { contactId }: KnownAs,
  withDrafts: boolean,
): Promise<PersonalSection[]> {
  if (contactId === null) return [];
  const invitations = await manager.find(Invitation, { where: { contactId }, order: { createdAt: 'ASC' } });
  const forms = await manager.findBy(Response, { invitationId: In(invitations.map(({ id }) => id)) });
  const revisions = await manager.find(ResponseRevision, {
    where: { responseId: In(forms.map(({ id }) => id)) },
    order: { revision: 'ASC' },
  });
  const latest = new Map(revisions.map((one) => [one.responseId, one]));
  return [
    section(
      'invitations',
      ['round', 'hospital', 'state', 'made', 'sent', 'opened', 'refused by the mail server', 'reminders'],
      invitations,
      ({ createdAt }) => createdAt,
      (one) => [
        one.roundId,
        one.odsCode,
        one.state,
        one.createdAt,
        one.sentAt,
        one.openedAt,
        one.bouncedAt,
        one.remindersSent,
      ],
    ),
    section(
      'forms',
      ['round', 'hospital', 'state', 'begun', 'last saved', 'sent', 'answers as sent', 'typed and not sent'],
      forms,
      ({ startedAt }) => startedAt,
      (form) => [
        form.roundId,
        form.odsCode,
        form.state,
        form.startedAt,
        form.lastSavedAt,
        form.submittedAt,
        latest.get(form.id)?.answers,
        withDrafts ? form.draft : isEmpty(form.draft) ? '' : SEALED_DRAFT,
      ],
    ),
  ];
}

const isEmpty = (draft: object): boolean => Object.keys(draft).length === 0;
