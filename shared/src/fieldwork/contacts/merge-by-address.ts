import type { ContactValues } from './contact-row.js';

/**
 * One entry for each address, in the order in which the addresses first come: hospitals of all its lines together, the
 * first name and role that are given. Addresses are compared as they are stored, in small letters.
 */
export function mergeByAddress(rows: readonly ContactValues[]): readonly ContactValues[] {
  const people = new Map<string, ContactValues>();
  for (const row of rows) people.set(row.email, mergeContact(people.get(row.email), row));
  return [...people.values()];
}

/** What is known of somebody, and what a list adds. An empty value adds nothing; a name that is known already stays. */
export function mergeContact(
  known: Omit<ContactValues, 'email'> | undefined,
  { email, name, role, hospitals }: ContactValues,
): ContactValues {
  return {
    email,
    name: known?.name || name,
    role: known?.role || role,
    hospitals: [...new Set([...(known?.hospitals ?? []), ...hospitals])].sort(),
  };
}

/** Whether a list said nothing new about somebody. */
export const isSameContact = (a: Omit<ContactValues, 'email'>, b: Omit<ContactValues, 'email'>): boolean =>
  a.name === b.name && a.role === b.role && a.hospitals.join() === b.hospitals.join();
