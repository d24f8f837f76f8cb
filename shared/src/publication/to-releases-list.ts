import { citation, releasePage } from './citation.js';
import { doiAddress } from './doi.js';
import { type OpenReplacedBy, releaseAddress, replacedMember } from './open-release-status.js';
import type { ReleaseStatus } from './release-chain.js';
import type { ReleaseDocument } from './release.js';
import type { ReleaseStamp } from './release-stamp.js';

/** A release as `GET /open/v1/rounds/{id}/releases` lists it. */
export interface OpenListedRelease extends ReleaseStamp {
  readonly asAt: string;
  /** Below it lie the files; of a withdrawn release they answer 410. */
  readonly href: string;
  readonly citation: string;
  /** Address of the DOI; absent = none. */
  readonly doi?: string;
  /** Number of the release that this erratum replaces; absent = none. */
  readonly replaces?: number;
  readonly replacedBy?: OpenReplacedBy;
  readonly withdrawn?: { readonly at: string; readonly why: string };
}

/** A stored release, as this list needs it. */
interface Listed {
  readonly document: ReleaseDocument;
  readonly stamp: ReleaseStamp;
}

/** The body of `GET /open/v1/rounds/{id}/releases`: every release of the round, the newest first; `site` begins its citations' addresses. */
export const toReleasesList = (
  site: string,
  roundId: string,
  releases: readonly Listed[],
  chain: readonly ReleaseStatus[],
): readonly OpenListedRelease[] =>
  releases
    .flatMap(({ document, stamp }): OpenListedRelease[] => {
      const status = chain.find(({ number }) => number === stamp.number);
      if (status === undefined) return [];
      const { doi, replaces, replacedBy, withdrawn } = status;
      const address = releasePage(site, roundId, stamp.number);
      return [
        {
          number: stamp.number,
          kind: stamp.kind,
          publishedAt: stamp.publishedAt,
          sha256: stamp.sha256,
          asAt: document.asAt,
          href: releaseAddress(roundId, stamp.number),
          citation: citation(document, stamp.sha256, address, status),
          ...(doi !== '' && { doi: doiAddress(doi) }),
          ...(replaces !== null && { replaces }),
          ...replacedMember(roundId, replacedBy),
          ...(withdrawn !== null && { withdrawn: { at: withdrawn.at, why: withdrawn.why } }),
        },
      ];
    })
    .reverse();
