import type { ReleaseKind } from './release.js';

/** A release as the chain needs it. */
export interface ChainedRelease {
  readonly number: number;
  readonly kind: ReleaseKind;
  readonly publishedAt: string;
  /** Number of the release that this erratum replaces; null = it replaces none. */
  readonly replaces: number | null;
  /** What the lead wrote beside it; of an erratum what it corrects. '' = nothing. */
  readonly note: string;
}

/** What was added to a release after it was published, in order; the document itself never changes. */
export interface ReleaseMark {
  readonly number: number;
  readonly kind: 'withdrawn' | 'doi';
  /** The DOI; '' for a withdrawal. */
  readonly value: string;
  /** Why it was withdrawn; '' for a DOI. */
  readonly reason: string;
  readonly at: string;
}

/** Which release took the place of another, and what changed. */
export interface ReplacedBy {
  readonly number: number;
  readonly publishedAt: string;
  readonly why: string;
}

/** What has become of a release since it was published. */
export interface ReleaseStatus {
  readonly number: number;
  readonly replaces: number | null;
  readonly replacedBy: ReplacedBy | null;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
  /** Bare DOI; '' = none. */
  readonly doi: string;
  /** Neither withdrawn nor replaced by an erratum. */
  readonly stands: boolean;
}

/**
 * What has become of each release, in the order of their numbers. A release that an erratum replaced stays replaced
 * even when that erratum is withdrawn: it was wrong all the same. Of two errata of one release the later one counts.
 */
export function releaseChain(
  releases: readonly ChainedRelease[],
  marks: readonly ReleaseMark[],
): readonly ReleaseStatus[] {
  const sorted = releases.toSorted((a, b) => a.number - b.number);
  return sorted.map(({ number, replaces }) => {
    const by = sorted.findLast((other) => other.replaces === number);
    const own = marks.filter((mark) => mark.number === number);
    const gone = own.find(({ kind }) => kind === 'withdrawn');
    return {
      number,
      replaces,
      replacedBy: by === undefined ? null : { number: by.number, publishedAt: by.publishedAt, why: by.note },
      withdrawn: gone === undefined ? null : { at: gone.at, reason: gone.reason },
      doi: own.findLast(({ kind }) => kind === 'doi')?.value ?? '',
      stands: by === undefined && gone === undefined,
    };
  });
}

/** The number of the release that the public is shown: the newest that stands; null = none does. */
export const standingRelease = (chain: readonly ReleaseStatus[]): number | null =>
  chain.findLast(({ stands }) => stands)?.number ?? null;
