import { assertNever } from '../kernel/assert-never.js';
import type { LadderCode } from '../analysis/ladder-code.js';

/**
 * What a release lets a reader know of a hospital's answer to one question. `unknown` = it answered, but did not know,
 * left the question out, or its respondents disagree; `no_reply` = nobody answered, and the round says so by name;
 * `not_published` = it may have answered or not.
 */
export type PublishedPosition = 'yes' | 'no' | 'unknown' | 'no_reply' | 'not_published';

/** Both answers of a hospital as far as its *public* ladder code tells them; where it does not, they are not guessed. */
export interface PublishedPositions {
  readonly provision: PublishedPosition;
  readonly inReach: PublishedPosition;
}

/**
 * Reads the answers off a public code (methods C2). With in-reach the code says nothing of provision, and G0 covers
 * both "no in-reach" and "in-reach not known": neither becomes a yes or a no.
 */
export function publishedPositions(code: LadderCode): PublishedPositions {
  switch (code) {
    case 'NP':
      return { provision: 'not_published', inReach: 'not_published' };
    case 'NR':
      return { provision: 'no_reply', inReach: 'no_reply' };
    case 'G4':
    case 'G3':
    case 'G2':
    case 'GU':
    case 'GP':
      return { provision: 'not_published', inReach: 'yes' };
    case 'G0':
      return { provision: 'no', inReach: 'not_published' };
    case 'G1':
      return { provision: 'yes', inReach: 'no' };
    case 'G01':
      return { provision: 'unknown', inReach: 'no' };
    case 'G1U':
      return { provision: 'yes', inReach: 'unknown' };
    case 'CF':
    case 'DK':
      return { provision: 'unknown', inReach: 'unknown' };
    default:
      return assertNever(code);
  }
}
