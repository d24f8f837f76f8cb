/** What PostgreSQL's advisory locks of the product are for. New ones stand at the end: a name's place is its key. */
const NAMES = ['migration', 'grants', 'signInLinks', 'seeding', 'inUse', 'schemes'] as const;
export type LockName = (typeof NAMES)[number];

/** Begins where nobody else's keys are likely to be. */
const FIRST = 7_201_826;

/** Number of an advisory lock, different for each name. */
export const lockKey = (name: LockName): number => FIRST + NAMES.indexOf(name);
