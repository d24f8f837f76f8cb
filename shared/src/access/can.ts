import { type Permission, PERMISSIONS, type Role, ROLE_PERMISSIONS } from './permissions.js';
import { covers, type Place, type Scope } from './scope.js';

/** A role that somebody holds, and where. */
export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
}

const holds = (role: Role, permission: Permission): boolean =>
  (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);

/**
 * Whether a person with these grants may do something at a place: one and the same grant has to give the permission
 * and to cover the place. What everybody may do needs no grant and is not asked here.
 */
export const can = (
  actor: { readonly grants: readonly Grant[] },
  permission: Permission,
  where: Place,
): boolean => actor.grants.some(({ role, scope }) => holds(role, permission) && covers(scope, where));

/** Every permission that the grants give somewhere, in the order of `PERMISSIONS`. */
export const permissionsOf = (grants: readonly Grant[]): readonly Permission[] =>
  PERMISSIONS.filter((permission) => grants.some(({ role }) => holds(role, permission)));
