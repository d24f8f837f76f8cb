import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Between, type DataSource, IsNull, LessThan } from 'typeorm';

import { takeTurn } from '../../database/hold-rows.js';
import { updateRows } from '../../database/row-statements.js';
import type { Unit } from '../../database/unit.js';
import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId, newToken, sha256 } from '../../platform/ids.js';
import { type Hourly, HourlyCounts } from '../../platform/limits/hourly-counts.js';
import { isKnownVisitor, networkOf } from '../../platform/request-limit.js';
import type { Prepared } from '../../outbox/mail-kind.js';
import { LINK_MARK } from '../../outbox/outbox-message.entity.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import type { Actor } from '../actor.js';
import { AccessGrant } from '../people/access-grant.entity.js';
import { holdAccount } from '../people/hold-account.js';
import { SessionService } from '../session.service.js';
import { SignInLink } from './sign-in-link.entity.js';

/** How long a link can be used, in minutes; the window of the limits too. */
export const LINK_MINUTES = 10;
/** Requests within the window, per address and for all addresses together. */
export const REQUESTS_PER_ADDRESS = 5;
export const REQUESTS_IN_ALL = 300;
/**
 * Within an hour from one visitor, which may be a hospital with one address for all its computers. Far below what all may ask
 * for together, or one machine could keep everybody out. That limit is the one of the table, so there is none here.
 */
export const SIGN_IN_LIMIT: Hourly = { name: 'sign-in', perAddress: 100, inAll: Infinity };

/** Signing in without a password: a link by mail, used once, confirmed by a button. */
@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly outbox: OutboxService,
    private readonly sessions: SessionService,
    private readonly counts: HourlyCounts,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    outbox.register({
      name: 'sign_in',
      urgent: true,
      prepare: (unit, { subjectId }) => this.makeLink(unit, subjectId),
    });
  }

  /**
   * Asks for a link. What comes back does not tell whether the address has an account.
   * @param from where the request comes from: one machine must not use up what all may ask for together
   * @returns path of the link where it may be shown: in demo mode without a mail server; '' otherwise
   * @throws DomainError BAD_INPUT for a text that is no address, TOO_MANY_REQUESTS
   */
  async request(rawEmail: string, from: string): Promise<string> {
    const email = parseEmailAddress(rawEmail, 'email');
    if (!email.ok) {
      const [first] = email.problems;
      throw new DomainError('BAD_INPUT', first?.message ?? '', first?.field, first?.mend);
    }
    if (isKnownVisitor(networkOf(from)) && !(await this.counts.take(SIGN_IN_LIMIT, from))) throw tooMany('');
    return this.unitOfWork.run({ id: 'public' }, async (unit) => {
      await holdAccount(unit.manager, { email: email.value });
      await this.limit(unit, sha256(email.value));
      return this.open(unit, email.value);
    });
  }

  /** The administrator's link at a start without a mail server; not limited, since nobody outside can ask for it. */
  async requestAtStart(email: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, (unit) => this.open(unit, email));
  }

  /**
   * Uses a link and opens a session.
   * @param browser what the browser showed before: it is that session no more
   * @returns the session's token @throws DomainError UNUSABLE_LINK, the same for unknown, used and expired
   */
  async confirm(token: string, browser: Pick<Actor, 'sessionId'>): Promise<string> {
    const known = /^[\w-]{16,64}$/.test(token);
    const links = this.reader.getRepository(SignInLink);
    const link = known ? await links.findOneBy({ tokenHash: sha256(token) }) : null;
    const personId = link?.personId ?? null;
    if (link === null || personId === null || link.expiresAt <= this.clock.now()) throw unusable();
    return this.unitOfWork.run({ id: personId }, async (unit) => {
      if ((await holdAccount(unit.manager, { personId })) === null) throw unusable();
      // Of two that press at once one finds it open; and a link that was made anew meanwhile is another one.
      const which = { id: link.id, state: 'open', tokenHash: link.tokenHash };
      if ((await updateRows(unit.manager, SignInLink, which, { state: 'used' })) === 0) throw unusable();
      if (!(await this.mayEnter(unit, personId))) throw unusable();
      return this.sessions.openIn(unit, personId, browser);
    });
  }

  private async limit({ manager }: Unit, addressHash: string): Promise<void> {
    await takeTurn(manager, 'signInLinks');
    const now = Date.parse(this.clock.now());
    const before = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
    const keptMinutes = this.config.retention.signInRequests * 24 * 60;
    await manager.delete(SignInLink, { requestedAt: LessThan(before(keptMinutes)) });
    // What lies far ahead was asked for while the clock was wrong, and must keep nobody out until then.
    const requestedAt = Between(before(LINK_MINUTES), before(-keptMinutes));
    const ofAddress = await manager.countBy(SignInLink, { requestedAt, addressHash });
    if (
      ofAddress < REQUESTS_PER_ADDRESS &&
      (await manager.countBy(SignInLink, { requestedAt })) < REQUESTS_IN_ALL
    )
      return;
    throw tooMany('email');
  }

  private async open(unit: Unit, email: string): Promise<string> {
    const { manager } = unit;
    const contact = await holdAccount(manager, { email });
    const mayEnter = contact !== null && (await this.mayEnter(unit, contact.personId));
    const onScreen = this.config.mode === 'demo' && this.config.smtpUrl === '';
    const token = mayEnter && onScreen ? newToken() : null;
    const requestedAt = this.clock.now();
    const row = {
      id: newId(),
      personId: mayEnter ? contact.personId : null,
      addressHash: sha256(email),
      tokenHash: token === null ? null : sha256(token),
      state: 'open' as const,
      requestedAt,
      expiresAt: new Date(Date.parse(requestedAt) + LINK_MINUTES * 60_000).toISOString(),
    };
    await manager.insert(SignInLink, row);
    if (mayEnter)
      await this.outbox.enqueue(unit, {
        kind: 'sign_in',
        template: 'sign-in-1',
        subjectId: row.id,
        roundId: '',
        dedupeKey: `sign-in:${row.id}`,
        recipient: email,
        subject: 'Your link to sign in to Liaison Atlas',
        body: TEXT,
      });
    await unit.audit('sign-in.requested', 'sign_in_link', row.id);
    return token === null ? '' : pathOf(token);
  }

  /** Makes the token when the mail is sent, so that it lies nowhere before. */
  private async makeLink({ manager }: Unit, linkId: string): Promise<Prepared> {
    const link = await manager.findOneBy(SignInLink, { id: linkId, state: 'open' });
    if (link === null || link.expiresAt <= this.clock.now())
      return { send: false, reason: 'Its link had expired or had been replaced by then.' };
    const token = newToken();
    await updateRows(manager, SignInLink, { id: linkId }, { tokenHash: sha256(token) });
    return { send: true, link: this.config.publicUrl + pathOf(token) };
  }

  private async mayEnter({ manager }: Unit, personId: string): Promise<boolean> {
    return (await manager.countBy(AccessGrant, { personId, revokedAt: IsNull() })) > 0;
  }
}

/** The token stands behind `#`: browsers send that part to nobody, so it is in no log and no referrer. */
const pathOf = (token: string): string => `/sign-in/confirm#${token}`;

const tooMany = (field: string): DomainError =>
  new DomainError(
    'TOO_MANY_REQUESTS',
    'Too many sign-in links have been asked for.',
    field,
    field === ''
      ? 'Use the newest link you were sent, or wait an hour.'
      : `Use the newest link you were sent, or wait ${LINK_MINUTES} minutes.`,
  );

const unusable = (): DomainError =>
  new DomainError(
    'UNUSABLE_LINK',
    'This link cannot be used.',
    'token',
    `A link works once and for ${LINK_MINUTES} minutes. Ask for a new one.`,
  );

const TEXT = `Somebody, probably you, asked to sign in to Liaison Atlas with this address.

${LINK_MARK}

Open the link and press the button. It works once, until ${LINK_MINUTES} minutes after it was asked for. If you did
not ask for it, do nothing: nobody can sign in without this mail.

Liaison Atlas`;
