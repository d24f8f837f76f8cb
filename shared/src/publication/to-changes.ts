import { changeSinceRelease, type ReleaseChange } from './change-since-release.js';
import { type OpenRelease, openRelease } from './open-release.js';
import type { ReleaseStamp } from './release-stamp.js';
import type { ReleaseDocument } from './release.js';
import { type SummaryIndicator, toSummaryIndicator } from './to-summary.js';

/** A stored release with the note that was published beside it. */
export interface NotedRelease {
  readonly document: ReleaseDocument;
  readonly stamp: ReleaseStamp;
  readonly note: string;
}

/** The body of `GET /open/v1/rounds/{id}/changes.json`. */
export interface OpenChanges extends OpenRelease {
  /** The release that it is held against; null = there is none, and then nothing below has changed. */
  readonly since: ReleaseStamp | null;
  /** What was written beside the release, of an erratum what it corrects; '' = nothing. */
  readonly note: string;
  readonly indicators: readonly {
    readonly id: string;
    readonly before: SummaryIndicator | null;
    readonly after: SummaryIndicator | null;
  }[];
  readonly analysed: ReleaseChange['analysed'] | null;
  readonly hospitals: ReleaseChange['hospitals'];
  readonly noLongerNamed: number;
}

/** What a release says otherwise than an earlier one; every member is picked by name, as in `toSummary`. */
export function toChanges(
  { document, stamp, note }: NotedRelease,
  earlier: NotedRelease | null,
): OpenChanges {
  const head = { ...openRelease(document, stamp.sha256), note };
  if (earlier === null)
    return { ...head, since: null, indicators: [], analysed: null, hospitals: [], noLongerNamed: 0 };
  const { indicators, analysed, hospitals, noLongerNamed } = changeSinceRelease(earlier.document, document);
  const { number, kind, publishedAt, sha256 } = earlier.stamp;
  return {
    ...head,
    since: { number, kind, publishedAt, sha256 },
    indicators: indicators.map(({ id, before, after }) => ({
      id,
      before: before && toSummaryIndicator(before),
      after: after && toSummaryIndicator(after),
    })),
    analysed,
    hospitals,
    noLongerNamed,
  };
}
