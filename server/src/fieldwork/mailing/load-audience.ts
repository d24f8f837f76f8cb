import type { MailTemplate } from '@liaison-atlas/shared/fieldwork/mailing/mail-template';
import type { MailingKind } from '@liaison-atlas/shared/fieldwork/mailing/mailing-kind';
import {
  type Audience,
  type AudienceInvitation,
  planAudience,
} from '@liaison-atlas/shared/fieldwork/mailing/plan-audience';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { type EntityManager, In } from 'typeorm';

import { sha256 } from '../../platform/ids.js';
import { ContactList } from '../contacts/contact-list.entity.js';
import { readContacts, type StoredContact } from '../contacts/contact-rows.js';
import { Invitation, type InvitationState, OUT_STATES } from '../invitation.entity.js';
import type { Round } from '../round.entity.js';
import { answeredViews, askedOf } from './answered-views.js';

/** What a mailing is to be. */
export interface MailingDraft extends MailTemplate {
  readonly kind: Exclude<MailingKind, 'thanks'>;
  /** None = all lists of the round, and the general ones. */
  readonly listIds: readonly string[];
}

/** Who gets a mailing, as the tables are now. */
export interface LoadedAudience extends Audience {
  readonly contacts: ReadonlyMap<string, StoredContact>;
  /** Stands for exactly these mails: same people, same text. */
  readonly hash: string;
}

/** Reads who would get a mailing. `frame` = ODS codes of the round's frame. */
export async function loadAudience(
  manager: EntityManager,
  round: Round,
  frame: ReadonlySet<string>,
  draft: MailingDraft,
): Promise<LoadedAudience> {
  const lists = await manager.find(ContactList, { where: { roundId: In([round.id, '']) } });
  const chosen = lists.filter(({ id }) => draft.listIds.length === 0 || draft.listIds.includes(id));
  const listIds = chosen.map(({ id }) => id).sort();
  const askedBy = new Map(chosen.map(({ id, perspective }) => [id, perspective]));
  const contacts = await readContacts(manager, { listIds });
  const audience = planAudience({
    kind: draft.kind,
    contacts: contacts.map(({ id, hospitals, listIds: on, optedOutAt, bouncedAt }) => ({
      id,
      hospitals,
      perspectives: askedOf(on, askedBy),
      optedOut: optedOutAt !== null,
      bounced: bouncedAt !== null,
    })),
    frame,
    answered: await answeredViews(manager, round.id),
    invitations: await invitationsOf(manager, round.id),
  });
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const mails = audience.recipients.map(({ contactId, odsCode, invitationId }) => {
    const { name = '', email = '' } = byId.get(contactId) ?? {};
    return [contactId, odsCode, invitationId, name, email];
  });
  const { kind, subject, body } = draft;
  return {
    ...audience,
    contacts: byId,
    hash: sha256(canonicalJson([round.id, kind, listIds, subject, body, mails])),
  };
}

async function invitationsOf(manager: EntityManager, roundId: string): Promise<AudienceInvitation[]> {
  const rows = await manager
    .createQueryBuilder(Invitation, 'i')
    .select('i.id', 'id')
    .addSelect('i.contact_id', 'contactId')
    .addSelect('i.ods_code', 'odsCode')
    .addSelect('i.state', 'state')
    .where('i.round_id = :roundId AND i.contact_id IS NOT NULL', { roundId })
    .getRawMany<{ id: string; contactId: string; odsCode: string; state: InvitationState }>();
  return rows.map(({ state, ...row }) => ({
    ...row,
    out: (OUT_STATES as readonly string[]).includes(state),
    bounced: state === 'bounced',
  }));
}
