import { coverageBounds } from '../analysis/coverage.js';
import { INDICATOR_IDS, type IndicatorId } from '../analysis/indicator-result.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import { type PublishedPosition, publishedPositions } from './published-position.js';

/** Fewest hospitals before any share of an area is given (methods C3): below it there are counts only. */
export const FEWEST_FOR_SHARES = 5;

/** How an area stands to England: `cannot_say` unless the two ranges do not touch (methods C3). */
export type AgainstEngland = 'higher' | 'lower' | 'cannot_say';

/** Counts of one question over the hospitals of an area; they add up to `hospitals`. */
export interface AreaFigure {
  readonly id: IndicatorId;
  readonly hospitals: number;
  readonly yes: number;
  readonly no: number;
  /** Answered, but not known: did not know, left out, disagree. */
  readonly unknown: number;
  /** Silent, and the round says so by name. */
  readonly noReply: number;
  /** May have answered or not; also answers that the published code does not tell apart. */
  readonly notPublished: number;
  /** Everything not known taken for "no", then for "yes"; null below five hospitals. */
  readonly bounds: { readonly lower: number; readonly upper: number } | null;
  /** null where the area has no bounds, or the release none for England. */
  readonly againstEngland: AgainstEngland | null;
}

/**
 * Both questions over an area, from public codes. Not for a published-facts round: it has no figures by area.
 * @param england bounds of the whole round, by indicator; undefined where the release has none.
 */
export const areaFigures = (
  codes: readonly LadderCode[],
  england: (id: IndicatorId) => { readonly lower: number; readonly upper: number } | undefined,
): readonly AreaFigure[] =>
  INDICATOR_IDS.map((id) => {
    const positions = codes.map((code) => {
      const { provision, inReach } = publishedPositions(code);
      return id === 'iapt-in-reach' ? inReach : provision;
    });
    const count = (wanted: PublishedPosition): number => positions.filter((one) => one === wanted).length;
    const [yes, no] = [count('yes'), count('no')];
    const frame = codes.length;
    const bounds = frame < FEWEST_FOR_SHARES ? null : coverageBounds({ yes, no, frame });
    return {
      id,
      hospitals: frame,
      yes,
      no,
      unknown: count('unknown'),
      noReply: count('no_reply'),
      notPublished: count('not_published'),
      bounds,
      againstEngland: compare(bounds, england(id)),
    };
  });

type Range = { readonly lower: number; readonly upper: number };

function compare(area: Range | null, england: Range | undefined): AgainstEngland | null {
  if (area === null || england === undefined) return null;
  if (area.lower > england.upper) return 'higher';
  return area.upper < england.lower ? 'lower' : 'cannot_say';
}
