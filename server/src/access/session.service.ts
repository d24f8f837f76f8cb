import { type Role, ROLE_PERMISSIONS } from '@liaison-atlas/shared/access/permissions';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { findRow } from '../database/row-statements.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { newToken, sha256 } from '../platform/ids.js';
import { type Actor, PUBLIC_ACTOR } from './actor.js';
import { Session } from './session.entity.js';

/** Name of the cookie that holds the session's token. */
export const SESSION_COOKIE = 'la_session';

/** How long a session lasts, in hours. */
export const SESSION_HOURS = 12;

/** Sessions as they were at a number of commits. */
interface Kept {
  readonly commits: number | undefined;
  readonly sessions: Map<string, Session>;
}

/** Sessions kept on the server, so that they can be listed and revoked; the browser holds a random token only. */
@Injectable()
export class SessionService {
  private kept: Kept = { commits: undefined, sessions: new Map() };

  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and gives the token for the cookie. */
  async open(personId: string, role: Role): Promise<string> {
    const token = newToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(Date.parse(createdAt) + SESSION_HOURS * 3_600_000).toISOString();
    const row = { id: sha256(token), personId, role, createdAt, expiresAt, revokedAt: null };
    await this.unitOfWork.run({ id: personId }, async (unit) => {
      await unit.manager.insert(Session, row);
      await unit.audit('session.opened', 'session', row.id, { role });
    });
    return token;
  }

  /** The actor behind a cookie's token; the public when there is none or it is not good any more. */
  async actorOf(token: string | undefined): Promise<Actor> {
    if (token === undefined || token === '') return PUBLIC_ACTOR;
    const session = await this.find(sha256(token));
    if (session === null || session.revokedAt !== null || session.expiresAt <= this.clock.now())
      return PUBLIC_ACTOR;
    const role = session.role as Role;
    return {
      id: session.personId,
      role,
      displayName: role === 'survey_lead' ? 'Demo survey lead' : '',
      permissions: ROLE_PERMISSIONS[role],
      sessionId: session.id,
    };
  }

  /** Read once between two commits, where every commit is known of; the map of a lead asks many times a minute. */
  private async find(id: string): Promise<Session | null> {
    const { commits } = this.unitOfWork;
    if (this.kept.commits !== commits) this.kept = { commits, sessions: new Map() };
    const { sessions } = this.kept;
    const known = sessions.get(id);
    if (known !== undefined) return known;
    const session = await findRow(this.sessions.manager, Session, { id });
    // Only sessions that exist are kept: made-up tokens cannot fill the memory.
    if (session !== null && commits !== undefined) sessions.set(id, session);
    return session;
  }

  /** Ends a session; nothing happens when it has ended already. */
  async revoke(actor: Actor): Promise<void> {
    if (actor.sessionId === '') return;
    await this.unitOfWork.run(actor, async (unit) => {
      await unit.manager.update(Session, { id: actor.sessionId }, { revokedAt: this.clock.now() });
      await unit.audit('session.revoked', 'session', actor.sessionId);
    });
  }
}
