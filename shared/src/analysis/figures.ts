import type { Position } from '../cleaning/analysis-dataset.js';
import { byText } from '../cleaning/by-text.js';
import { againstEngland, type Benchmark } from './benchmark.js';
import type { Interval, Tally } from './indicator-result.js';
import { indicatorResult } from './indicator.js';
import { hasCountsOnly } from './small-area.js';
import { tallyPositions } from './tally.js';
import type { Limits } from './wilson.js';

/** By what hospitals can be told apart in a table of figures. */
export const BREAKDOWNS = [
  'england',
  'region',
  'icb',
  'trust_type',
  'site_type',
  'stratum',
  'ed_size',
  'liaison_tier',
  'plan_member',
  'perspective',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** The hospitals that a number rests on, by ODS code: whose answers are counted, and over which it is taken. */
export interface Trace {
  /** Those counted as yes. */
  readonly numerator: readonly string[];
  /** Hospitals of the numerator that may not be named, or that the source does not name. */
  readonly numeratorUnnamed: number;
  readonly no: readonly string[];
  readonly noUnnamed: number;
  readonly dontKnow: readonly string[];
  readonly dontKnowUnnamed: number;
  readonly denominator: readonly string[];
  /** Hospitals of a frame that is larger than its list (179 against 175). */
  readonly denominatorUnnamed: number;
}

/** One row of a table of figures. Proportions 0 to 1, unrounded; null = not given, for the reason beside it. */
export interface Figure {
  readonly code: string;
  readonly name: string;
  /** null = hidden, see `hidden`. */
  readonly yes: number | null;
  readonly no: number | null;
  /** null = hidden, or the source does not tell "don't know" from other silence; these are then in `notKnown`. */
  readonly dontKnow: number | null;
  readonly notKnown: number | null;
  readonly frame: number;
  /** Too few hospitals for shares: every proportion is null. */
  readonly countsOnly: boolean;
  /** The split is hidden under the disclosure rules: counts and proportions are null. */
  readonly hidden: boolean;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly amongRespondents: number | null;
  readonly amongThoseWhoKnow: number | null;
  readonly interval: Interval | null;
  readonly knownInterval: Limits | null;
  /** null = England itself, or no bounds to compare. */
  readonly benchmark: Benchmark | null;
  readonly trace: Trace;
}

/** One hospital in one group, with where it stands on the indicator. */
export interface FigureUnit {
  readonly odsCode: string;
  readonly code: string;
  readonly name: string;
  readonly position: Position;
}

/** Code of the row over all hospitals of the frame. */
export const ENGLAND = 'england';

/**
 * One table of figures: England first, then the groups by name (methods C3). Every hospital counts once in England and
 * once in its group; a hospital that is in no unit of a group is in none of its numbers.
 *
 * @param all every listed hospital of the frame once
 * @param units the hospitals by group; `[]` = England alone
 * @param frame size of the frame: the declared number where the round has one, else the listed hospitals
 * @throws RangeError on an empty frame, or one smaller than its list
 */
export function figureTable(
  all: readonly Omit<FigureUnit, 'code' | 'name'>[],
  units: readonly FigureUnit[],
  frame: number,
): readonly Figure[] {
  const england = figureOf(ENGLAND, 'England', all, frame);
  const groups = new Map<string, FigureUnit[]>();
  for (const unit of units) {
    const group = groups.get(unit.code);
    if (group === undefined) groups.set(unit.code, [unit]);
    else group.push(unit);
  }
  const rows = [...groups].map(([code, members]) => {
    const row = figureOf(code, members[0]?.name ?? code, members, members.length);
    return { ...row, benchmark: benchmarkOf(row, england) };
  });
  return [england, ...rows.toSorted((a, b) => byText(a.name, b.name) || byText(a.code, b.code))];
}

/** How a row compares with England; null where either has no bounds. */
export function benchmarkOf(
  row: Pick<Figure, 'lower' | 'upper'>,
  england: Pick<Figure, 'lower' | 'upper'>,
): Benchmark | null {
  if (row.lower === null || row.upper === null || england.lower === null || england.upper === null)
    return null;
  return againstEngland(
    { lower: row.lower, upper: row.upper },
    { lower: england.lower, upper: england.upper },
  );
}

function figureOf(
  code: string,
  name: string,
  members: readonly Pick<FigureUnit, 'odsCode' | 'position'>[],
  frame: number,
): Figure {
  const tally = tallyPositions(
    members.map(({ position }) => position),
    frame,
  );
  return {
    ...sharesOf(tally),
    code,
    name,
    hidden: false,
    benchmark: null,
    trace: {
      numerator: saying(members, 'yes'),
      numeratorUnnamed: 0,
      no: saying(members, 'no'),
      noUnnamed: 0,
      dontKnow: saying(members, 'dont_know'),
      dontKnowUnnamed: 0,
      denominator: members.map(({ odsCode }) => odsCode),
      denominatorUnnamed: frame - members.length,
    },
  };
}

const saying = (
  members: readonly Pick<FigureUnit, 'odsCode' | 'position'>[],
  wanted: Position,
): readonly string[] => members.filter(({ position }) => position === wanted).map(({ odsCode }) => odsCode);

/** What a tally of one group says; no shares in a small group. */
export function sharesOf(tally: Tally): Omit<Figure, 'code' | 'name' | 'hidden' | 'benchmark' | 'trace'> {
  const { yes, no, dontKnow, notKnown, frame } = tally;
  const counts = { yes, no, dontKnow, notKnown, frame };
  if (hasCountsOnly(tally)) return { ...counts, countsOnly: true, ...NO_SHARES };
  const { id: _id, ...shares } = indicatorResult('any', tally);
  return { ...counts, countsOnly: false, ...shares };
}

/** Every proportion not given. */
export const NO_SHARES = {
  lower: null,
  upper: null,
  amongRespondents: null,
  amongThoseWhoKnow: null,
  interval: null,
  knownInterval: null,
} as const;
