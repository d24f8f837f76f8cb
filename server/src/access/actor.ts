import { type Permission, type Role, ROLE_PERMISSIONS } from '@liaison-atlas/shared/access/permissions';

/** Who makes a request. `id` is a pseudonym for the audit trail; the public is an actor too. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly displayName: string;
  readonly permissions: readonly Permission[];
  /** Id of the session row; '' for the public. */
  readonly sessionId: string;
}

/** Somebody without a session. */
export const PUBLIC_ACTOR: Actor = {
  id: 'public',
  role: 'public',
  displayName: '',
  permissions: ROLE_PERMISSIONS.public,
  sessionId: '',
};
