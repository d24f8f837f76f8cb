import type { Tier } from './tier-layer.js';

const NOBODY_SAID: ReadonlyMap<string, Tier> = new Map();

/**
 * What is recorded of the tier of each hospital's liaison team, by ODS code. No round asks for it and no reference table
 * holds it, so of every hospital it is not known; a hospital that is missing here is shown so, never as "none".
 */
export const useTiers = (): ReadonlyMap<string, Tier> => NOBODY_SAID;
