import type { RoundKind } from './round.js';

/** What every hospital's display name starts with in a synthetic round. */
export const SYNTHETIC_NAME_PREFIX = 'DEMO ';

/** A hospital's name as a round of this kind shows it: "DEMO Weston General Hospital" where answers are invented. */
export const displayName = (kind: RoundKind, name: string): string =>
  kind === 'synthetic' ? `${SYNTHETIC_NAME_PREFIX}${name}` : name;
