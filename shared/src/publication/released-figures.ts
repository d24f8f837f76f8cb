import { figureGroup, NO_GROUP_FACTS } from '../analysis/figure-groups.js';
import {
  benchmarkOf,
  type Breakdown,
  ENGLAND,
  type Figure,
  figureTable,
  type FigureUnit,
  NO_SHARES,
} from '../analysis/figures.js';
import type { IndicatorId } from '../analysis/indicator-result.js';
import { SITE_CATEGORIES } from '../frame/hospital.js';
import { frameNote } from './frame-note.js';
import { publicPosition } from './public-position.js';
import type { PublishedHospital, ReleaseDocument } from './release.js';

/** The breakdowns that a release can give; others rest on answers that a release does not hold. */
export const RELEASED_BREAKDOWNS = ['england', 'region', 'icb', 'site_type', 'stratum'] as const;

/** What of a release its figures are made of. */
type Figured = Pick<ReleaseDocument, 'indicators' | 'hospitals' | 'areaFigures' | 'frame' | 'forms'>;

export interface ReleasedFigures {
  readonly figures: readonly Figure[];
  /** What to know before using them, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * Figures of one indicator from a release and nothing else, so that they tell no more than the release does.
 *
 * England is the release's own figure. Groups are counted from what stands under the hospitals' names: hospitals that
 * are not named with an answer are "not known" there, so the bounds of a group are true and wider than those of the
 * survey team; the shares among respondents are not given, because the named hospitals are a selection.
 * @throws RangeError when the release has no such indicator
 */
export function releasedFigures(release: Figured, id: IndicatorId, by: Breakdown): ReleasedFigures {
  const england = englandOf(release, id);
  const frame = release.frame.declaredSize === null ? [] : [frameNote(release)];
  if (by === 'england') return { figures: [england], notes: frame };
  if (!RELEASED_BREAKDOWNS.some((known) => known === by))
    return { figures: [england], notes: ['A release does not hold this breakdown.', ...frame] };
  if (!release.areaFigures)
    return {
      figures: [england],
      notes: ['Not published by area: the source gives totals only.', ...frame],
    };
  const units = release.hospitals.map((hospital): FigureUnit => {
    const position = publicPosition(hospital.category, id);
    return {
      odsCode: hospital.odsCode,
      ...groupOf(hospital, by),
      // Only the difference between an answer and none matters here.
      position: position === 'not_said' ? 'skipped' : position,
    };
  });
  const groups = figureTable(units, units, units.length).slice(1);
  return {
    figures: [england, ...groups.map((row) => asNamed(row, england))],
    notes: [
      'Groups are counted from the answers that the release gives under hospitals’ names; hospitals that it does not ' +
        'name with an answer are not known there. England counts every analysed hospital, so the groups need not add ' +
        'up to it.',
      ...frame,
    ],
  };
}

/**
 * England with its trace. Where the source declares a number of hospitals without a list, only those that it names are
 * known to be among them: the hospitals listed here are another list, and no subtraction of the two means anything.
 */
function englandOf({ indicators, hospitals, frame }: Figured, id: string): Figure {
  const result = indicators.find((one) => one.id === id);
  if (result === undefined) throw new RangeError(`the release has no indicator ${id}`);
  const { id: _id, ...shares } = result;
  const named = (said: 'yes' | 'no'): readonly string[] =>
    hospitals
      .filter(({ category }) => publicPosition(category, result.id) === said)
      .map(({ odsCode }) => odsCode);
  const [yes, no] = [named('yes'), named('no')];
  const denominator = frame.declaredSize === null ? hospitals.map(({ odsCode }) => odsCode) : [...yes, ...no];
  return {
    ...shares,
    code: ENGLAND,
    name: 'England',
    countsOnly: false,
    hidden: false,
    benchmark: null,
    trace: {
      numerator: yes,
      numeratorUnnamed: result.yes - yes.length,
      no,
      noUnnamed: result.no - no.length,
      // A code never tells an "I don't know" on one question alone.
      dontKnow: [],
      dontKnowUnnamed: result.dontKnow,
      denominator,
      denominatorUnnamed: result.frame - denominator.length,
    },
  };
}

function groupOf(hospital: PublishedHospital, by: Breakdown): { code: string; name: string } {
  const siteCategory = SITE_CATEGORIES.find((one) => one === hospital.siteCategory) ?? 'other_site';
  const known = by === 'icb' || by === 'site_type' || by === 'stratum' ? by : 'region';
  return figureGroup({ ...hospital, siteCategory }, known, NO_GROUP_FACTS);
}

/** "Don't know" cannot be told from silence here, and a share among the named would be one among a selection. */
function asNamed(row: Figure, england: Figure): Figure {
  const { lower, upper } = row;
  return { ...row, ...NO_SHARES, lower, upper, dontKnow: null, benchmark: benchmarkOf(row, england) };
}
