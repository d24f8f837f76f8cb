import type { SeededRandom } from '../../kernel/seeded-random.js';

export type Closed = 'yes' | 'no' | 'dk';

/** What an invented hospital's respondent would say on the core questions. */
export interface Situation {
  readonly treatsMus: Closed;
  readonly treatsLtc: Closed;
  readonly inReachMus: Closed;
  readonly inReachLtc: Closed;
  /** 0 to 100, or why there is none; asked only where there is in-reach. */
  readonly score: number | 'dk' | 'skipped';
}

/** Provision and in-reach as "MUS LTC" pairs, with how often of 100. Every code of the ladder comes from some row. */
const PATTERNS: readonly (readonly [number, readonly [Closed, Closed], readonly [Closed, Closed]])[] = [
  [8, ['yes', 'yes'], ['yes', 'yes']],
  [6, ['yes', 'yes'], ['no', 'yes']],
  [2, ['yes', 'no'], ['yes', 'no']],
  // In-reach without known provision: a consistency flag, not an error (methods C2).
  [2, ['dk', 'dk'], ['no', 'yes']],
  [20, ['yes', 'yes'], ['no', 'no']],
  [10, ['no', 'yes'], ['no', 'no']],
  [8, ['yes', 'yes'], ['dk', 'dk']],
  [14, ['no', 'no'], ['no', 'no']],
  [2, ['no', 'no'], ['dk', 'dk']],
  [14, ['dk', 'dk'], ['no', 'no']],
  [6, ['dk', 'no'], ['no', 'no']],
  [8, ['dk', 'dk'], ['dk', 'dk']],
];

/** Draws a situation; scores spread over the whole scale, about one in seven left out or not known. */
export function inventSituation(random: SeededRandom): Situation {
  let left = random.below(100);
  const pattern = PATTERNS.find(([weight]) => (left -= weight) < 0) ?? PATTERNS[0];
  if (pattern === undefined) throw new RangeError('there is at least one pattern');
  const [, [treatsMus, treatsLtc], [inReachMus, inReachLtc]] = pattern;
  const rated = random.below(14);
  const score = rated === 0 ? 'dk' : rated === 1 ? 'skipped' : random.below(101);
  return { treatsMus, treatsLtc, inReachMus, inReachLtc, score };
}

/** The same hospital seen by somebody who knows none of it. */
export const NOT_KNOWING: Situation = {
  treatsMus: 'dk',
  treatsLtc: 'dk',
  inReachMus: 'dk',
  inReachLtc: 'dk',
  score: 'skipped',
};

/** The same hospital seen by somebody who says yes where the other says no, and the reverse. */
export function contradict(situation: Situation): Situation {
  const says = situation.treatsMus === 'yes' || situation.treatsLtc === 'yes' ? 'no' : 'yes';
  const known: Situation = { ...situation, treatsMus: says, treatsLtc: says };
  return says === 'no' ? { ...known, inReachMus: 'no', inReachLtc: 'no' } : known;
}
