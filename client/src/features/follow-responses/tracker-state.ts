import { parseShare } from '@liaison-atlas/shared/analysis/parse-share';
import { TRACK_LEVELS, type TrackLevel } from '@liaison-atlas/shared/analysis/track-round';

/** Columns by which the areas can be ordered. */
export const AREA_COLUMNS = [
  'name',
  'frame',
  'invited',
  'opened',
  'bounced',
  'started',
  'submitted',
  'begun',
  'silent',
] as const;
export type AreaColumn = (typeof AREA_COLUMNS)[number];

/** Everything a lead chose on the Replies tab; all of it stands in the address. */
export interface TrackerState {
  readonly level: TrackLevel;
  /** Text of a share, as typed. */
  readonly threshold: string;
  /** Text of a share; '' = not known. */
  readonly eligibleShare: string;
  /** Variable of the closed question that is held against the threshold; '' = what the round is about. */
  readonly question: string;
  readonly sort: AreaColumn;
  readonly descending: boolean;
  /** Page of the list of calls. */
  readonly page: number;
  readonly map: boolean;
}

export const DEFAULT_THRESHOLD = '50%';
const KEYS = ['by', 'threshold', 'e', 'q', 'sort', 'page', 'map'] as const;

/** Reads the address. What it does not understand is named in `unknown` and left out, never guessed. */
export function parseTrackerState(parameters: URLSearchParams): {
  readonly state: TrackerState;
  readonly unknown: readonly string[];
} {
  const unknown: string[] = [];
  const text = (key: (typeof KEYS)[number]): string => (parameters.get(key) ?? '').trim().slice(0, 40);
  const leftOut = (key: (typeof KEYS)[number]): void => {
    if (text(key) !== '') unknown.push(`${key}=${text(key)}`);
  };
  const share = (key: 'threshold' | 'e', fallback: string): string => {
    if (text(key) !== '' && 'share' in parseShare(text(key), key)) return text(key);
    leftOut(key);
    return fallback;
  };
  const question = (): string => {
    const variable = (parameters.get('q') ?? '').trim();
    if (/^[a-z][a-z0-9_]{0,63}$/.test(variable)) return variable;
    leftOut('q');
    return '';
  };
  const level = TRACK_LEVELS.find((known) => known === text('by'));
  if (level === undefined) leftOut('by');
  const sort = AREA_COLUMNS.find((known) => known === text('sort').replace(/^-/, ''));
  if (sort === undefined) leftOut('sort');
  const state: TrackerState = {
    level: level ?? 'region',
    threshold: share('threshold', DEFAULT_THRESHOLD),
    eligibleShare: share('e', ''),
    question: question(),
    sort: sort ?? 'name',
    descending: sort !== undefined && text('sort').startsWith('-'),
    page: Math.max(1, Number.parseInt(text('page'), 10) || 1),
    map: text('map') === 'on',
  };
  return { state, unknown };
}

/** The address with these choices; what other parts of the page keep in it stays. A default leaves no trace. */
export function withTrackerState(parameters: URLSearchParams, state: TrackerState): URLSearchParams {
  const written: Record<(typeof KEYS)[number], string> = {
    by: state.level === 'region' ? '' : state.level,
    threshold: state.threshold === DEFAULT_THRESHOLD ? '' : state.threshold,
    e: state.eligibleShare,
    q: state.question,
    sort: state.sort === 'name' && !state.descending ? '' : `${state.descending ? '-' : ''}${state.sort}`,
    page: state.page === 1 ? '' : String(state.page),
    map: state.map ? 'on' : '',
  };
  const next = new URLSearchParams(parameters);
  for (const key of KEYS) {
    if (written[key] === '') next.delete(key);
    else next.set(key, written[key]);
  }
  return next;
}
