import type { PersonalSection } from '@liaison-atlas/shared/privacy/personal-file';
import type { RecordKind } from '@liaison-atlas/shared/privacy/record-kinds';
import { type EntityManager, In } from 'typeorm';

import { AccessGrant } from '../access/people/access-grant.entity.js';
import { PersonContact } from '../access/people/person-contact.entity.js';
import { Person } from '../access/people/person.entity.js';
import { Session } from '../access/session.entity.js';
import { SignInLink } from '../access/sign-in/sign-in-link.entity.js';
import {
  RegisterContact,
  RegisterCorrection,
  RegisterSender,
} from '../commissioning/register/register-inbox.entity.js';
import { RegisterServiceRow } from '../commissioning/register/register-service.entity.js';
import { Scheme, SchemeMember } from '../commissioning/schemes/scheme.entity.js';
import { readContacts } from '../fieldwork/contacts/contact-rows.js';
import { ContactList } from '../fieldwork/contacts/contact-list.entity.js';
import { Contact } from '../fieldwork/contacts/contact.entity.js';
import { MailOptOut } from '../fieldwork/contacts/mail-opt-out.entity.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import type { KnownAs } from './find-person.js';
import { findMentions } from './mentions.js';
import { PendingRectification } from './pending-rectification.entity.js';
import { mailsOf } from './person-mails.js';
import { readInvitations } from './read-invitations.js';
import { section } from './section.js';

/**
 * Who reads: schemes are for the person alone, and for nobody who runs the survey; and so is what has been typed and not sent,
 * unless whoever runs the server hands it out.
 */
export interface Reading {
  readonly withSchemes: boolean;
  readonly withDrafts: boolean;
}

/** Everything that is kept about a person, kind by kind; kinds without a record have no rows. */
export async function readRecords(
  manager: EntityManager,
  known: KnownAs,
  { withSchemes, withDrafts }: Reading,
): Promise<PersonalSection[]> {
  return [
    ...(await readAccount(manager, known)),
    ...(await readContact(manager, known)),
    ...(await readInvitations(manager, known, withDrafts)),
    ...(await readMails(manager, known)),
    ...(await readRegister(manager, known)),
    ...(withSchemes ? [await readSchemes(manager, known)] : []),
    await readAudit(manager, known, withSchemes),
    ...(await readMentions(manager, known, withSchemes)),
  ];
}

async function readAccount(
  manager: EntityManager,
  { personId, signInHash }: KnownAs,
): Promise<PersonalSection[]> {
  const requests = await manager.find(SignInLink, {
    where: [{ addressHash: signInHash }, ...(personId === null ? [] : [{ personId }])],
  });
  const signIns = section(
    'sign_in_requests',
    ['requested', 'state', 'expires'],
    requests,
    ({ requestedAt }) => requestedAt,
    ({ requestedAt, state, expiresAt }) => [requestedAt, state, expiresAt],
  );
  if (personId === null) return [signIns];
  const person = await manager.findOneByOrFail(Person, { id: personId });
  const contact = await manager.findOneByOrFail(PersonContact, { personId });
  const grants = await manager.findBy(AccessGrant, { personId });
  const pending = await manager.findBy(PendingRectification, { personId });
  const sessions = await manager.findBy(Session, { personId });
  return [
    section(
      'account',
      ['name', 'e-mail address', 'pseudonym', 'made', 'made by (pseudonym)'],
      [person],
      ({ createdAt }) => createdAt,
      ({ id, createdAt, createdBy }) => [contact.name, contact.email, id, createdAt, createdBy],
    ),
    section(
      'grants',
      ['role', 'limited to', 'of', 'given', 'revoked'],
      grants,
      ({ givenAt }) => givenAt,
      ({ role, scopeKind, scopeId, givenAt, revokedAt }) => [role, scopeKind, scopeId, givenAt, revokedAt],
    ),
    section(
      'new_address',
      ['e-mail address', 'entered', 'expires'],
      pending,
      ({ requestedAt }) => requestedAt,
      ({ email, requestedAt, expiresAt }) => [email, requestedAt, expiresAt],
    ),
    section(
      'sessions',
      ['signed in', 'ends', 'ended early'],
      sessions,
      ({ createdAt }) => createdAt,
      ({ createdAt, expiresAt, revokedAt }) => [createdAt, expiresAt, revokedAt],
    ),
    signIns,
  ];
}

async function readContact(
  manager: EntityManager,
  { contactId, contactHash }: KnownAs,
): Promise<PersonalSection[]> {
  const wishes = await manager.findBy(MailOptOut, { addressHash: contactHash });
  const optOut = section(
    'opt_out',
    ['since', 'told by'],
    wishes,
    ({ at }) => at,
    ({ at, by }) => [at, by],
  );
  if (contactId === null) return [optOut];
  const row = await manager.findOneByOrFail(Contact, { id: contactId });
  const stored = await readContacts(manager, { ids: [contactId] });
  const lists = await manager.findBy(ContactList, { id: In(stored.flatMap(({ listIds }) => [...listIds])) });
  return [
    section(
      'contact',
      [
        'name',
        'e-mail address',
        'role',
        'hospitals',
        'lists',
        'legal basis',
        'source',
        'added',
        'changed',
        'mail refused',
      ],
      stored,
      () => row.createdAt,
      ({ name, email, job, hospitals, legalBasis, source, bouncedAt }) => [
        name,
        email,
        job,
        hospitals.join(' '),
        lists.map((list) => list.name).join('; '),
        legalBasis,
        source,
        row.createdAt,
        row.changedAt,
        bouncedAt,
      ],
    ),
    optOut,
  ];
}

async function readMails(manager: EntityManager, known: KnownAs): Promise<PersonalSection[]> {
  const { own, naming } = await mailsOf(manager, known);
  // A mail to somebody else can be about others: that it names the address, and no more of it.
  const all = [
    ...own.map((mail) => ({ mail, text: [mail.recipient, mail.subject, mail.body] })),
    ...naming.map((mail) => ({ mail, text: ['somebody else', '', 'names this address'] })),
  ];
  return [
    section(
      'mails',
      ['kind', 'written', 'state', 'sent', 'to', 'subject', 'text'],
      all,
      ({ mail }) => mail.createdAt,
      ({ mail: { kind, createdAt, state, sentAt }, text }) => [kind, createdAt, state, sentAt, ...text],
    ),
  ];
}

async function readRegister(manager: EntityManager, { email }: KnownAs): Promise<PersonalSection[]> {
  const senders = await manager.findBy(RegisterSender, { email });
  const corrections = await manager.findBy(RegisterCorrection, {
    id: In(senders.map(({ correctionId }) => correctionId)),
  });
  const contacts = await manager.findBy(RegisterContact, { email });
  const services = await manager.findBy(RegisterServiceRow, {
    id: In(contacts.map(({ serviceId }) => serviceId)),
  });
  return [
    section(
      'corrections',
      ['sent', 'hospital', 'text', 'state', 'answer'],
      corrections,
      ({ createdAt }) => createdAt,
      ({ createdAt, odsCode, text, state, reason }) => [createdAt, odsCode, text, state, reason],
    ),
    section(
      'register_contact',
      ['service', 'since'],
      contacts,
      ({ setAt }) => setAt,
      ({ serviceId, setAt }) => [services.find(({ id }) => id === serviceId)?.facts.name ?? serviceId, setAt],
    ),
  ];
}

async function readSchemes(manager: EntityManager, { personId }: KnownAs): Promise<PersonalSection> {
  const memberships = personId === null ? [] : await manager.findBy(SchemeMember, { memberId: personId });
  const schemes = await manager.findBy(Scheme, { id: In(memberships.map(({ schemeId }) => schemeId)) });
  return section(
    'schemes',
    ['area', 'you are', 'since', 'content'],
    memberships,
    ({ since }) => since,
    ({ schemeId, level, since }) => {
      const scheme = schemes.find(({ id }) => id === schemeId);
      return [scheme?.areaCode, level, since, scheme?.content];
    },
  );
}

/**
 * What the person did, and what was done to their account or contact. That they are in a scheme nobody else may learn, so
 * acts there are in their own file only.
 */
async function readAudit(
  manager: EntityManager,
  { personId, contactId }: KnownAs,
  withSchemes: boolean,
): Promise<PersonalSection> {
  const where = [
    ...(personId === null ? [] : [{ actorId: personId }, { entity: 'person', entityId: personId }]),
    ...(contactId === null ? [] : [{ entity: 'contact', entityId: contactId }]),
  ];
  const select = { seq: true, at: true, action: true, entity: true, entityId: true, actorId: true } as const;
  const events =
    where.length === 0 ? [] : await manager.find(AuditEvent, { where, select, order: { seq: 'ASC' } });
  return section(
    'audit',
    ['at', 'what', 'to', 'its id', 'done by'],
    events.filter(({ entity }) => withSchemes || !entity.startsWith('scheme')),
    ({ at }) => at,
    ({ at, action, entity, entityId, actorId }) => [
      at,
      action,
      entity,
      // The id of a session is the hash of its cookie.
      entity === 'session' ? '' : entityId,
      actorId === personId ? 'the person' : 'somebody else',
    ],
  );
}

async function readMentions(
  manager: EntityManager,
  { email }: KnownAs,
  withSchemes: boolean,
): Promise<PersonalSection[]> {
  const mentions = (await findMentions(manager, email)).filter(({ isPrivate }) => withSchemes || !isPrivate);
  const of = (kind: RecordKind, isFixed: boolean): PersonalSection =>
    section(
      kind,
      ['table', 'column'],
      mentions.filter(({ fixed }) => fixed === isFixed),
      () => null,
      ({ table, column }) => [table, column],
    );
  return [of('mentions', false), of('fixed_mentions', true)];
}
