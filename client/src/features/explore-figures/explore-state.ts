import { type Breakdown, BREAKDOWNS } from '@liaison-atlas/shared/analysis/figures';

/**
 * How figures are drawn: bounds as bars, shares as dots with their intervals, the parts of each group as one bar, or a
 * small picture of each group beside the others.
 */
export const CHARTS = ['bars', 'dots', 'parts', 'multiples'] as const;
export type Chart = (typeof CHARTS)[number];

/** The numbers of a row of which can be asked where they come from. */
export const TRACED = ['yes', 'no', 'dont_know', 'not_known', 'frame'] as const;
export type Traced = (typeof TRACED)[number];

/** The shares that a round can be held against, as they stand in the address. */
export const THRESHOLDS = ['1/4', '1/3', '1/2', '2/3', '3/4', '9/10'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** Everything a visitor chose on `/explore`; all of it stands in the address. */
export interface ExploreState {
  /** '' = the page chooses. */
  readonly round: string;
  /** '' = the round's first. */
  readonly indicator: string;
  readonly by: Breakdown;
  /** Unreleased answers instead of a release. */
  readonly live: boolean;
  /** Number of a release; null = the newest. */
  readonly release: number | null;
  readonly chart: Chart;
  /** Code of the row whose trace is open; '' = none. */
  readonly trace: string;
  /** Which of its numbers. */
  readonly part: Traced;
  /** Share of hospitals for which it is said how many replies are still needed. */
  readonly threshold: Threshold;
  /** Round to compare with; '' = none. */
  readonly from: string;
  /** Question whose answers are counted over forms, live only; '' = the first. */
  readonly question: string;
  /** Which forms are counted; '' = all of them. */
  readonly region: string;
  readonly type: string;
  readonly since: string;
  readonly until: string;
}

/** What is chosen for the counts over forms. */
const FORM_KEYS = ['f.q', 'f.region', 'f.type', 'f.since', 'f.until'] as const;
const KEYS = [
  'round',
  'ind',
  'by',
  'basis',
  'release',
  'chart',
  'trace',
  'part',
  'threshold',
  'from',
  ...FORM_KEYS,
] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address. What it does not understand is named in `unknown` and left out, never guessed. */
export function parseExploreState(parameters: URLSearchParams): {
  readonly state: ExploreState;
  readonly unknown: readonly string[];
} {
  const unknown: string[] = [];
  const text = (key: (typeof KEYS)[number]): string => (parameters.get(key) ?? '').trim().slice(0, 100);
  const oneOf = <Value extends string>(
    key: (typeof KEYS)[number],
    values: readonly Value[],
  ): Value | undefined => {
    const found = values.find((value) => value === text(key));
    if (found === undefined && text(key) !== '') unknown.push(`${key}=${text(key)}`);
    return found;
  };
  const day = (key: 'f.since' | 'f.until'): string => {
    if (text(key) === '' || DAY.test(text(key))) return text(key);
    unknown.push(`${key}=${text(key)}`);
    return '';
  };
  const isNumber = /^[1-9]\d{0,8}$/.test(text('release'));
  if (!isNumber && text('release') !== '') unknown.push(`release=${text('release')}`);
  return {
    state: {
      round: text('round'),
      indicator: text('ind'),
      by: oneOf('by', BREAKDOWNS) ?? 'england',
      live: oneOf('basis', ['live', 'released']) === 'live',
      release: isNumber ? Number(text('release')) : null,
      chart: oneOf('chart', CHARTS) ?? 'bars',
      trace: text('trace'),
      part: oneOf('part', TRACED) ?? 'yes',
      threshold: oneOf('threshold', THRESHOLDS) ?? '1/2',
      from: text('from'),
      question: text('f.q'),
      region: text('f.region'),
      type: text('f.type'),
      since: day('f.since'),
      until: day('f.until'),
    },
    unknown,
  };
}

/** The address with these choices; a default leaves no trace. */
export function toExploreParams(state: ExploreState): URLSearchParams {
  const written: Record<(typeof KEYS)[number], string> = {
    round: state.round,
    ind: state.indicator,
    by: state.by === 'england' ? '' : state.by,
    basis: state.live ? 'live' : '',
    release: state.release === null ? '' : String(state.release),
    chart: state.chart === 'bars' ? '' : state.chart,
    trace: state.trace,
    part: state.part === 'yes' ? '' : state.part,
    threshold: state.threshold === '1/2' ? '' : state.threshold,
    from: state.from,
    'f.q': state.question,
    'f.region': state.region,
    'f.type': state.type,
    'f.since': state.since,
    'f.until': state.until,
  };
  return new URLSearchParams(KEYS.flatMap((key) => (written[key] === '' ? [] : [[key, written[key]]])));
}
