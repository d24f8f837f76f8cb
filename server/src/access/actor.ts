import type { Grant } from '@liaison-atlas/shared/access/can';
import { type Permission, ROLE_PERMISSIONS } from '@liaison-atlas/shared/access/permissions';
import { WHOLE_SURVEY } from '@liaison-atlas/shared/access/scope';

/** Who makes a request. `id` is a pseudonym for the audit trail; the public is an actor too. */
export interface Actor {
  readonly id: string;
  readonly displayName: string;
  /** What they may do somewhere; the guard asks this. */
  readonly permissions: readonly Permission[];
  /** What they may do where; the services ask this. */
  readonly grants: readonly Grant[];
  /** Id of the session row; '' for the public. */
  readonly sessionId: string;
  /** The request that is made, for the audit trail and whoever reports a fault; absent for the public. */
  readonly requestId?: string;
}

/** Somebody without a session. */
export const PUBLIC_ACTOR: Actor = {
  id: 'public',
  displayName: '',
  permissions: ROLE_PERMISSIONS.public,
  grants: [],
  sessionId: '',
};

/** A monitor that has shown its secret at `/metrics`: it may read that, and nothing else. */
export const MONITOR_ACTOR: Actor = { ...PUBLIC_ACTOR, id: 'monitor', permissions: ['ReadSystem'] };

/** What the product does by itself where a person would need a survey lead's grant: seeding. */
export const SYSTEM_LEAD: Pick<Actor, 'id' | 'grants'> = {
  id: 'system',
  grants: [{ role: 'survey_lead', scope: WHOLE_SURVEY }],
};
