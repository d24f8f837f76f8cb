/** Counts of hospitals on one yes / no question over a frame (methods C3): frame = yes + no + dontKnow + notKnown. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly dontKnow: number;
  /** No reply, skipped, not asked, conflict: frame − yes − no − dontKnow. */
  readonly notKnown: number;
  readonly frame: number;
}

export type IntervalMethod = 'wilson-fpc' | 'hypergeometric' | 'census';

/** A 95 % interval for a proportion, 0 to 1, unrounded. */
export interface Interval {
  readonly method: IntervalMethod;
  readonly low: number;
  readonly high: number;
}

/** One indicator over one frame; with an `IndicatorId` as stored in a release and sent in `summary.json`. */
export interface IndicatorResult<Id extends string = IndicatorId> extends Tally {
  readonly id: Id;
  /** Everything unknown is "no": yes / frame. */
  readonly lower: number;
  /** Everything unknown is "yes": 1 − no / frame. */
  readonly upper: number;
  /** yes / (yes + no + dontKnow), or null when nobody answered. */
  readonly amongRespondents: number | null;
  /** yes / (yes + no), or null when nobody knew. */
  readonly amongThoseWhoKnow: number | null;
  /** Interval of `amongRespondents`; null when nobody answered. */
  readonly interval: Interval | null;
  /** Interval of `amongThoseWhoKnow` (plain Wilson, methods C3); null when nobody knew. */
  readonly knownInterval: { readonly low: number; readonly high: number } | null;
}

/** The two indicators that every release has; others are made from a questionnaire (`instrument-indicators.ts`). */
export const INDICATOR_IDS = ['iapt-treats-mus-ltc', 'iapt-in-reach'] as const;
export type IndicatorId = (typeof INDICATOR_IDS)[number];
