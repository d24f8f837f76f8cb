import { GIVEN_ROLES, type Permission, ROLE_PERMISSIONS } from '@liaison-atlas/shared/access/permissions';

import { roleLabel } from './role-words.js';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Whose role has one of the permissions: "administrators and survey leads". */
export const whoMay = (any: readonly Permission[]): string =>
  list.format(
    GIVEN_ROLES.filter((role) =>
      (ROLE_PERMISSIONS[role] as readonly Permission[]).some((held) => any.includes(held)),
    ).map((role) => `${roleLabel(role).toLowerCase()}s`),
  );
