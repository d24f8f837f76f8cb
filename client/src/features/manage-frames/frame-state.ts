import { ELIGIBILITIES, type Eligibility } from '@liaison-atlas/shared/frame/eligibility';

/** Verdicts to choose from: `undecided` is unknown without anybody having decided to leave it so. */
export const VERDICT_FILTERS = [...ELIGIBILITIES, 'undecided', 'decided'] as const;
export type VerdictFilter = Eligibility | 'undecided' | 'decided' | '';

/** Everything chosen on the page of a frame; all of it stands in the address. */
export interface FrameState {
  readonly text: string;
  readonly verdict: VerdictFilter;
  /** Code of a region; '' = all. */
  readonly region: string;
  readonly trustType: string;
  readonly size: string;
  readonly page: number;
  /** Id of the hospital that stands open. */
  readonly site: string;
  /** Id of the frame that this one is compared with. */
  readonly from: string;
}

const KEYS = ['q', 'verdict', 'region', 'type', 'size', 'page', 'site', 'from'] as const;

/** Reads the address; what it does not understand counts as not chosen. */
export function parseFrameState(parameters: URLSearchParams): FrameState {
  const text = (key: (typeof KEYS)[number]): string => (parameters.get(key) ?? '').trim().slice(0, 100);
  return {
    text: text('q'),
    verdict: VERDICT_FILTERS.find((known) => known === text('verdict')) ?? '',
    region: text('region'),
    trustType: text('type'),
    size: text('size'),
    page: Math.max(1, Number.parseInt(text('page'), 10) || 1),
    site: text('site'),
    from: text('from'),
  };
}

/** The address with these choices; the tab stays, and a default leaves no trace. */
export function withFrameState(parameters: URLSearchParams, state: FrameState): URLSearchParams {
  const written: Record<(typeof KEYS)[number], string> = {
    q: state.text,
    verdict: state.verdict,
    region: state.region,
    type: state.trustType,
    size: state.size,
    page: state.page === 1 ? '' : String(state.page),
    site: state.site,
    from: state.from,
  };
  const next = new URLSearchParams(parameters);
  for (const key of KEYS) {
    if (written[key] === '') next.delete(key);
    else next.set(key, written[key]);
  }
  return next;
}
