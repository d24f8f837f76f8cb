import { frameNote } from './frame-note.js';
import type { IndicatorId, IndicatorResult, Interval } from '../analysis/indicator-result.js';
import type { CodeReliability } from '../coding/count-themes.js';
import { roundKindOnTheWire } from '../fieldwork/round.js';
import { type ReleaseStamp, releaseStamp } from './release-stamp.js';
import type { PublishedForms, PublishedScore, ReleasedCoding, ReleaseDocument } from './release.js';
import { syntheticNotice } from './synthetic-marking.js';

/** One yes / no question in `summary.json`; proportions 0 to 1, unrounded (methods C3). */
export interface SummaryIndicator {
  readonly id: IndicatorId;
  readonly yes: number;
  readonly no: number;
  readonly dontKnow: number;
  /** frame − yes − no − dontKnow: no reply, skipped, not asked, conflict, not published. */
  readonly notKnown: number;
  readonly frame: number;
  readonly lower: number;
  readonly upper: number;
  /** null when nobody answered. */
  readonly amongRespondents: number | null;
  /** 95 % interval of `amongRespondents`; null when nobody answered. */
  readonly interval: Interval | null;
}

/** The body of `GET /open/v1/rounds/{id}/summary.json`. */
export interface RoundSummary {
  readonly round: string;
  readonly kind: string;
  readonly asAt: string;
  /** Only in synthetic rounds. */
  readonly notice?: string;
  /** Which size the shares are of, and what that assumes. */
  readonly note: string;
  readonly release: ReleaseStamp;
  readonly frame: {
    readonly declaredSize: number | null;
    readonly listedSize: number;
    readonly source: string;
  };
  readonly forms: PublishedForms;
  readonly indicators: readonly SummaryIndicator[];
  readonly scores: {
    readonly n: number;
    readonly median: number | null;
    readonly min: number | null;
    readonly max: number | null;
    readonly mean: number | null;
    readonly values: readonly PublishedScore[];
  };
  /** Only of a collected round whose comments were coded. */
  readonly coding?: Pick<ReleasedCoding, 'codebook' | 'version' | 'coded' | 'notCoded'>;
  /** As `coding`. */
  readonly themes?: readonly SummaryTheme[];
}

/** A theme of the comments as open data. */
export interface SummaryTheme {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  /** null = fewer than three. */
  readonly comments: number | null;
  readonly of: number;
  /** Release that the figures are from. */
  readonly release: number;
  readonly agreement: CodeReliability | null;
}

/**
 * The figures of a release as open data. Every member is picked by name, so that a member added to the release
 * document does not become public by accident.
 */
export function toSummary(release: ReleaseDocument, sha256: string): RoundSummary {
  const { round, frame, forms, scores } = release;
  return {
    round: round.id,
    kind: roundKindOnTheWire(round.kind),
    asAt: release.asAt,
    ...syntheticNotice(round.kind),
    note: frameNote(release),
    release: releaseStamp(release, sha256),
    frame: { declaredSize: frame.declaredSize, listedSize: frame.listedSize, source: frame.source },
    forms: {
      received: forms.received,
      accepted: forms.accepted,
      merged: forms.merged,
      excluded: forms.excluded,
      withdrawn: forms.withdrawn,
      pending: forms.pending,
      partial: forms.partial,
      analysed: forms.analysed,
    },
    indicators: release.indicators.map(toSummaryIndicator),
    scores: {
      n: scores.n,
      median: scores.median,
      min: scores.min,
      max: scores.max,
      mean: scores.mean ?? null,
      values: scores.values.map(({ odsCode, name, score }) => ({ odsCode, name, score })),
    },
    ...(release.coding !== undefined && codedThemes(release, release.coding)),
  };
}

const codedThemes = (
  { themes, number }: ReleaseDocument,
  { codebook, version, coded, notCoded }: ReleasedCoding,
): Pick<RoundSummary, 'coding' | 'themes'> => ({
  coding: { codebook, version, coded, notCoded },
  themes: themes.map(({ code, name, definition, count, of = coded, repeats, agreement }) => ({
    code,
    name,
    definition,
    comments: count,
    of,
    release: repeats ?? number,
    agreement:
      agreement == null
        ? null
        : {
            statistic: agreement.statistic,
            value: agreement.value,
            observed: agreement.observed,
            comments: agreement.comments,
          },
  })),
});

/** One figure as open data. */
export const toSummaryIndicator = (indicator: IndicatorResult): SummaryIndicator => ({
  id: indicator.id,
  yes: indicator.yes,
  no: indicator.no,
  dontKnow: indicator.dontKnow,
  notKnown: indicator.notKnown,
  frame: indicator.frame,
  lower: indicator.lower,
  upper: indicator.upper,
  amongRespondents: indicator.amongRespondents,
  interval:
    indicator.interval === null
      ? null
      : { method: indicator.interval.method, low: indicator.interval.low, high: indicator.interval.high },
});
