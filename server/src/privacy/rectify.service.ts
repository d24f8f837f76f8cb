import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { PersonContact } from '../access/people/person-contact.entity.js';
import { requireAccess } from '../access/require-access.js';
import { Session } from '../access/session.entity.js';
import { SignInLink } from '../access/sign-in/sign-in-link.entity.js';
import { RegisterContact, RegisterSender } from '../commissioning/register/register-inbox.entity.js';
import { fleetingMail } from '../commissioning/register/register-mail.js';
import { isUniqueViolation } from '../database/is-unique-violation.js';
import type { Unit } from '../database/unit.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ContactDetail } from '../fieldwork/contacts/contact-detail.entity.js';
import { Contact } from '../fieldwork/contacts/contact.entity.js';
import { MailOptOut } from '../fieldwork/contacts/mail-opt-out.entity.js';
import { addressHash } from '../fieldwork/contacts/store-contacts.js';
import type { Prepared } from '../outbox/mail-kind.js';
import { LINK_MARK } from '../outbox/outbox-message.entity.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { removeLinkFiles } from '../outbox/transport-of.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { DomainError } from '../platform/domain-error.js';
import { newId, newToken, sha256 } from '../platform/ids.js';
import { findPerson, type KnownAs, subjectOf } from './find-person.js';
import { PendingRectification } from './pending-rectification.entity.js';
import { ADDRESS_NOTICE, mailsOf, moveMails } from './person-mails.js';
import { nothingKept, readAddress } from './personal-data.service.js';

/** What is to be put right. */
export interface Rectification {
  /** The address under which the person is known now. */
  readonly email: string;
  /** '' = stays. */
  readonly name: string;
  /** '' = stays. */
  readonly newEmail: string;
}

/** What was put right, and what waits. */
export interface Rectified {
  /** Whether the owner of an account has to confirm the new address before they sign in with it. */
  readonly waits: boolean;
  /** Path of the link that confirms, where it may be shown: in demo mode without a mail server; '' otherwise. */
  readonly demoPath: string;
}

const KIND = 'address_change';
const MOST_NAME = 120;

/** Name and address of a person put right, everywhere they stand. */
@Injectable()
export class RectifyService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly outbox: OutboxService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    outbox.register({ name: KIND, prepare: (unit, { subjectId }) => this.makeLink(unit, subjectId) });
    outbox.register(fleetingMail(ADDRESS_NOTICE));
  }

  /**
   * Puts name and address right, the name at once. Somebody with an account keeps the address everywhere until the owner of
   * the new one has confirmed it. @throws DomainError FORBIDDEN, BAD_INPUT, NOT_FOUND, CONFLICT
   */
  async rectify(actor: Pick<Actor, 'id' | 'grants'>, asked: Rectification): Promise<Rectified> {
    requireAccess(actor, 'ManagePersonalData', {});
    const email = readAddress(asked.email);
    const name = readName(asked.name);
    const newEmail = asked.newEmail.trim() === '' ? '' : readAddress(asked.newEmail, 'newEmail');
    if (name === '' && (newEmail === '' || newEmail === email))
      throw new DomainError('BAD_INPUT', 'Nothing would change.', 'name', 'Enter a name or another address.');
    try {
      return await this.unitOfWork.run(actor, async (unit) => {
        const { manager } = unit;
        const known = await findPerson(manager, email);
        if (!(await isKept(manager, known))) throw nothingKept();
        if (name !== '') await setName(manager, known, name);
        const moved = newEmail !== '' && newEmail !== email;
        const waits = moved && known.personId !== null;
        if (moved && !waits) await this.move(manager, known, newEmail);
        const demoPath = waits ? await this.ask(unit, known, newEmail) : '';
        const { entity, id } = subjectOf(known);
        await unit.audit('person.rectified', entity, id, {
          name: name === '' ? 0 : 1,
          address: moved ? 1 : 0,
        });
        return { waits, demoPath };
      });
    } catch (error) {
      throw isUniqueViolation(error) ? taken() : error;
    }
  }

  /**
   * Uses the link of the mail: from then on the account has the new address. Signs nobody in.
   * @param browser what the browser shows that the link was opened in; of the person's sessions this one stays
   * @throws DomainError UNUSABLE_LINK, the same for unknown, used and expired; CONFLICT
   */
  async confirm(token: string, browser: Pick<Actor, 'sessionId'>): Promise<void> {
    const tokenHash = sha256(token);
    const isToken = /^[\w-]{16,64}$/.test(token);
    const pending = isToken ? await this.reader.manager.findOneBy(PendingRectification, { tokenHash }) : null;
    if (pending === null || pending.expiresAt <= this.clock.now()) throw unusable();
    const { id, personId, email } = pending;
    try {
      const before = await this.unitOfWork.run({ id: personId }, async ({ manager, audit }) => {
        // Of two that press at once one deletes it.
        const { affected } = await manager.delete(PendingRectification, { id, tokenHash });
        const account = await manager.findOneBy(PersonContact, { personId });
        if (affected === 0 || account === null) throw unusable();
        const known = await findPerson(manager, account.email);
        await manager.update(PersonContact, { personId }, { email });
        await this.move(manager, known, email);
        // A link that lies in the old mailbox signs nobody in any more.
        await manager.delete(SignInLink, { personId });
        // Nor does a browser stay signed in that the old mailbox let in: it may be why the address was changed. The one that
        // pressed the button holds the new mailbox, too.
        const others = { personId, revokedAt: IsNull(), id: Not(browser.sessionId) };
        await manager.update(Session, others, { revokedAt: this.clock.now() });
        await audit('person.address-confirmed', 'person', personId);
        return account.email;
      });
      removeLinkFiles(this.config, [before, email]);
    } catch (error) {
      throw isUniqueViolation(error) ? taken() : error;
    }
  }

  /** Writes the new address down and to its owner, and to the old one that it is to change. @returns path of the link where it may be shown */
  private async ask(unit: Unit, known: KnownAs, email: string): Promise<string> {
    const { manager } = unit;
    const personId = String(known.personId);
    const other = await findPerson(manager, email);
    if (other.personId !== null || (known.contactId !== null && other.contactId !== null)) throw taken();
    const replaced = await manager.findBy(PendingRectification, { personId });
    await manager.delete(PendingRectification, { personId });
    removeLinkFiles(
      this.config,
      replaced.map((one) => one.email),
    );
    const onScreen = this.config.mode === 'demo' && this.config.smtpUrl === '';
    const token = onScreen ? newToken() : null;
    const requestedAt = this.clock.now();
    const days = this.config.retention.unsentAddresses;
    const id = newId();
    await manager.insert(PendingRectification, {
      id,
      personId,
      email,
      tokenHash: token === null ? null : sha256(token),
      requestedAt,
      expiresAt: new Date(Date.parse(requestedAt) + days * 86_400_000).toISOString(),
    });
    await this.outbox.enqueue(unit, {
      kind: KIND,
      template: 'address-change-1',
      subjectId: id,
      roundId: '',
      dedupeKey: `address-change:${id}`,
      recipient: email,
      subject: 'Confirm your new address for Liaison Atlas',
      body: TEXT,
    });
    // Whoever has the new address signs in as this person: they are told while they can object.
    if (!onScreen)
      await this.outbox.enqueue(unit, {
        kind: ADDRESS_NOTICE,
        template: 'address-notice-1',
        subjectId: personId,
        roundId: '',
        dedupeKey: `address-notice:${id}`,
        recipient: known.email,
        subject: 'The address of your account with Liaison Atlas is to change',
        body: NOTICE,
      });
    return token === null ? '' : pathOf(token);
  }

  private async makeLink({ manager }: Unit, id: string): Promise<Prepared> {
    const pending = await manager.findOneBy(PendingRectification, { id });
    if (pending === null || pending.expiresAt <= this.clock.now())
      return { send: false, reason: 'Its link had expired or had been replaced by then.' };
    const token = newToken();
    await manager.update(PendingRectification, { id }, { tokenHash: sha256(token) });
    return { send: true, link: this.config.publicUrl + pathOf(token) };
  }

  /** Everything but the account, which has its address already. */
  private async move(manager: EntityManager, known: KnownAs, email: string): Promise<void> {
    const { contactId, contactHash } = known;
    await moveMails(manager, await mailsOf(manager, known), email);
    if (contactId !== null) {
      const change = { addressHash: addressHash(email), changedAt: this.clock.now(), bouncedAt: null };
      await manager.update(Contact, { id: contactId }, change);
      await manager.update(ContactDetail, { contactId }, { email });
    }
    const wish = await manager.findOneBy(MailOptOut, { addressHash: contactHash });
    const moved = { addressHash: addressHash(email) };
    if (wish !== null && !(await manager.existsBy(MailOptOut, moved)))
      await manager.insert(MailOptOut, { ...moved, at: wish.at, by: wish.by });
    await manager.update(RegisterSender, { email: known.email }, { email });
    await manager.update(RegisterContact, { email: known.email }, { email });
  }
}

async function setName(
  manager: EntityManager,
  { personId, contactId }: KnownAs,
  name: string,
): Promise<void> {
  if (personId !== null) await manager.update(PersonContact, { personId }, { name });
  if (contactId !== null) await manager.update(ContactDetail, { contactId }, { name });
}

/** Whether anything is kept under the address that can be put right. */
async function isKept(manager: EntityManager, { email, personId, contactId }: KnownAs): Promise<boolean> {
  if (personId !== null || contactId !== null) return true;
  return (
    (await manager.existsBy(RegisterSender, { email })) ||
    (await manager.existsBy(RegisterContact, { email }))
  );
}

function readName(raw: string): string {
  const name = cleanText(raw.replace(/\s+/g, ' ').trim(), 'name', MOST_NAME);
  if (name.ok) return name.value;
  const [first] = name.problems;
  throw new DomainError('BAD_INPUT', first?.message ?? '', first?.field, first?.mend);
}

/** The token stands behind `#`: browsers send that part to nobody. */
const pathOf = (token: string): string => `/confirm-address#${token}`;

const taken = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'Somebody else is known under the new address already.',
    'newEmail',
    'Check how it is spelt. If both are the same person, erase one of them.',
  );

const unusable = (): DomainError =>
  new DomainError(
    'UNUSABLE_LINK',
    'This link cannot be used.',
    'token',
    'It works once and for a few days. Ask an administrator for a new one.',
  );

const TEXT = `The address of an account with Liaison Atlas is to be changed to this one.

${LINK_MARK}

Open the link and press the button. Until then the account keeps its old address. If you know nothing of this, do nothing: nothing is changed then.

Liaison Atlas`;

const NOTICE = `An administrator has entered another address for your account with Liaison Atlas. Once its owner has confirmed it, you sign in with that address and no longer with this one.

If you did not ask for this, tell whoever runs Liaison Atlas at once.

Liaison Atlas`;
