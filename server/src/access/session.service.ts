import { permissionsOf } from '@liaison-atlas/shared/access/can';
import { type GivenRole, PERMISSIONS, SIGNED_IN_PERMISSIONS } from '@liaison-atlas/shared/access/permissions';
import { SCOPES_OF_ROLE, SURVEY_ID } from '@liaison-atlas/shared/access/scope';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Not, type Repository } from 'typeorm';

import { findRow, updateRows } from '../database/row-statements.js';
import type { Subject } from '../platform/audit/audit-chain.js';
import type { Unit } from '../database/unit.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { DEMO_ROUND_ID } from '../platform/demo-round.js';
import { DomainError } from '../platform/domain-error.js';
import { newToken, sha256 } from '../platform/ids.js';
import { type Actor, PUBLIC_ACTOR } from './actor.js';
import { AccessGrant } from './people/access-grant.entity.js';
import { PersonContact } from './people/person-contact.entity.js';
import { Session } from './session.entity.js';

/** When a session was last used is noted about so many times in the time after which it would end for want of use. */
const NOTES = 10;
const MINUTE_MS = 60_000;

/**
 * A session that has so many hours more left than one may have was opened while the clock was far ahead: it is no good, or it would last
 * as long as the clock was wrong. A clock that went wrong by a few hours ends nobody's session.
 */
const CLOCK_HOURS = 24;

/** Whose session it is: a person with an account, or a made-up one of demo mode. */
type SessionRole = 'person' | GivenRole;

/** A session and whoever it is of. */
interface Found {
  readonly session: Session;
  readonly actor: Actor;
}

/** Sessions as they were at a number of commits. */
interface Kept {
  readonly commits: number | undefined;
  readonly found: Map<string, Found>;
}

/** Sessions kept on the server, so that they can be listed and revoked; the browser holds a random token only. */
@Injectable()
export class SessionService {
  private kept: Kept = { commits: undefined, found: new Map() };

  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session of a made-up person of demo mode and gives the token for the cookie. */
  openDemo(role: GivenRole): Promise<string> {
    const personId = `demo-${role}`;
    return this.unitOfWork.run({ id: personId }, (unit) => this.insert(unit, personId, role));
  }

  /**
   * Opens a session of a person, in the unit that used up their link, and gives the token for the cookie. The session that the
   * browser showed, whosever it was, ends: nothing leads to it any more but a cookie that somebody took or put there.
   */
  async openIn(
    unit: Unit,
    personId: string,
    { sessionId }: Pick<Actor, 'sessionId'> = PUBLIC_ACTOR,
  ): Promise<string> {
    if (sessionId === '') return this.insert(unit, personId, 'person');
    const shown = { id: sessionId, revokedAt: IsNull() };
    await unit.manager.update(Session, shown, { revokedAt: this.clock.now() });
    return this.insert(unit, personId, 'person', [{ entity: 'session', id: sessionId }]);
  }

  /** The actor behind a cookie's token; the public when there is none or it is not good any more. */
  async actorOf(token: string | undefined): Promise<Actor> {
    if (token === undefined || token === '') return PUBLIC_ACTOR;
    const found = await this.find(sha256(token));
    if (found === null || found.session.revokedAt !== null || !this.isGood(found.session))
      return PUBLIC_ACTOR;
    await this.noteUse(found.session);
    return found.actor;
  }

  /** Whether neither of its two times is over. */
  private isGood({ expiresAt, createdAt, seenAt }: Session): boolean {
    const now = this.clock.now();
    const idleMs = this.config.sessionIdleMinutes * MINUTE_MS;
    if (expiresAt <= now || expiresAt > this.hoursFromNow(this.config.sessionHours + CLOCK_HOURS))
      return false;
    return idleMs === 0 || Date.parse(now) - Date.parse(seenAt ?? createdAt) < idleMs;
  }

  /** Not at each request: a session that is used costs a write now and then. */
  private async noteUse({ id, createdAt, seenAt }: Session): Promise<void> {
    const now = this.clock.now();
    const every = (this.config.sessionIdleMinutes * MINUTE_MS) / NOTES;
    if (every === 0 || Date.parse(now) - Date.parse(seenAt ?? createdAt) < every) return;
    await this.unitOfWork
      .run(SYSTEM, ({ manager }) => manager.update(Session, { id, revokedAt: IsNull() }, { seenAt: now }))
      // A store that takes nothing just now signs nobody out.
      .catch(() => undefined);
  }

  /** Read once between two commits, where every commit is known of; the map of a lead asks many times a minute. */
  private async find(id: string): Promise<Found | null> {
    const { visibleCommits: commits } = this.unitOfWork;
    if (this.kept.commits !== commits) this.kept = { commits, found: new Map() };
    const { found } = this.kept;
    const known = found.get(id);
    if (known !== undefined) return known;
    const session = await findRow(this.sessions.manager, Session, { id });
    if (session === null) return null;
    const isPerson = (session.role as SessionRole) === 'person';
    const read = { session, actor: isPerson ? await this.personOf(session) : demoActor(session) };
    // Only sessions that exist are kept: made-up tokens cannot fill the memory.
    if (commits !== undefined) found.set(id, read);
    return read;
  }

  /** The sessions of the actor that are still good, the newest first. */
  async list(actor: Actor): Promise<Session[]> {
    const expiresAt = MoreThan(this.clock.now());
    const where = { personId: actor.id, revokedAt: IsNull(), expiresAt };
    const open = await this.sessions.find({ where, order: { createdAt: 'DESC', id: 'ASC' } });
    return open.filter((session) => this.isGood(session));
  }

  /** Ends the session that asks; nothing happens when it has ended already. */
  async revoke(actor: Actor): Promise<void> {
    if (actor.sessionId !== '') await this.revokeOwn(actor, actor.sessionId);
  }

  /** Ends one of the actor's own sessions. @throws DomainError NOT_FOUND, for another's session too */
  async revokeOwn(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (unit) => {
      const own = await unit.manager.findOneBy(Session, { id, personId: actor.id, revokedAt: IsNull() });
      if (own === null)
        throw new DomainError('NOT_FOUND', 'You have no such session.', 'id', 'Load the list again.');
      await updateRows(unit.manager, Session, { id }, { revokedAt: this.clock.now() });
      await unit.audit('session.revoked', 'session', id);
    });
  }

  /** Ends every session of the actor but the one that asks. */
  async revokeOthers(actor: Actor): Promise<void> {
    await this.unitOfWork.run(actor, async (unit) => {
      const which = { personId: actor.id, revokedAt: IsNull(), id: Not(actor.sessionId) };
      const count = await unit.manager.countBy(Session, which);
      await unit.manager.update(Session, which, { revokedAt: this.clock.now() });
      await unit.audit('sessions.revoked', 'session', actor.sessionId, { count });
    });
  }

  /** @param ended the session that this one comes in the place of, for its history */
  private async insert(
    unit: Unit,
    personId: string,
    role: SessionRole,
    ended: readonly Subject[] = [],
  ): Promise<string> {
    const token = newToken();
    const createdAt = this.clock.now();
    const row = {
      id: sha256(token),
      personId,
      role,
      createdAt,
      expiresAt: this.hoursFromNow(this.config.sessionHours),
      revokedAt: null,
      seenAt: null,
    };
    await unit.manager.insert(Session, row);
    await unit.audit('session.opened', 'session', row.id, { role }, { subjects: ended });
    return token;
  }

  private hoursFromNow(hours: number): string {
    return new Date(Date.parse(this.clock.now()) + hours * 3_600_000).toISOString();
  }

  /** Grants are read at each request: one that is revoked ends at once, in every session. */
  private async personOf({ id, personId }: Session): Promise<Actor> {
    const { manager } = this.sessions;
    const contact = await findRow(manager, PersonContact, { personId });
    const rows = await manager.findBy(AccessGrant, { personId, revokedAt: IsNull() });
    const grants = rows.map(({ role, scopeKind, scopeId }) => ({
      role,
      scope: { kind: scopeKind, id: scopeId },
    }));
    const held = new Set([...SIGNED_IN_PERMISSIONS, ...permissionsOf(grants)]);
    return {
      id: personId,
      displayName: contact?.name ?? '',
      permissions: PERMISSIONS.filter((permission) => held.has(permission)),
      grants,
      sessionId: id,
    };
  }
}

/** Hospital of the demonstration's site lead, and region that a limited role would get. */
const DEMO_PLACES = { survey: SURVEY_ID, round: DEMO_ROUND_ID, region: 'Y62', hospital: 'RW603' } as const;

function demoActor({ id, personId, role }: Session): Actor {
  const given = role as GivenRole;
  const [kind = 'survey'] = SCOPES_OF_ROLE[given];
  const grants = [{ role: given, scope: { kind, id: DEMO_PLACES[kind] } }];
  const permissions = permissionsOf(grants);
  return { id: personId, displayName: `Demo ${given.replace('_', ' ')}`, permissions, grants, sessionId: id };
}
