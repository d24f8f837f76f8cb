/**
 * Keys of advisory locks on PostgreSQL. Two purposes with one number would wait for each other: all of them stand here, each
 * once. They never change, since instances of two versions can run at once while one replaces the other.
 */
export const LOCK_KEYS = {
  /** Instances that start together migrate one after the other. */
  migration: 7201826,
  grants: 7201827,
  signInLinks: 7201828,
  seeding: 7201829,
  /** Held by every instance for as long as it runs, and by a tool that wants the database for itself. */
  inUse: 7201830,
  /** Instances that start together give the roles their rights one after the other. */
  rights: 7201831,
  schemes: 7201832,
} as const;
