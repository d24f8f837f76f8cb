import { frameNote } from './frame-note.js';
import type { IndicatorId, IndicatorResult, Interval } from '../analysis/indicator-result.js';
import { roundKindOnTheWire } from '../fieldwork/round.js';
import { type ReleaseStamp, releaseStamp } from './release-stamp.js';
import type { PublishedForms, PublishedScore, ReleaseDocument } from './release.js';
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
  };
}

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
