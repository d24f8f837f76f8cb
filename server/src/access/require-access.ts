import { can } from '@liaison-atlas/shared/access/can';
import type { Permission } from '@liaison-atlas/shared/access/permissions';
import type { Place } from '@liaison-atlas/shared/access/scope';

import { DomainError } from '../platform/domain-error.js';
import type { Actor } from './actor.js';

/**
 * The second check: the guard asked whether the actor holds the permission anywhere, this asks whether here. It comes
 * before anything is looked up, so that a refusal does not tell whether the thing exists.
 * @throws DomainError FORBIDDEN
 */
export function requireAccess(actor: Pick<Actor, 'grants'>, permission: Permission, where: Place): void {
  if (can(actor, permission, where)) return;
  throw new DomainError(
    'FORBIDDEN',
    'Your role does not cover this part of the survey.',
    '',
    'Ask an administrator for a grant that covers it.',
  );
}
