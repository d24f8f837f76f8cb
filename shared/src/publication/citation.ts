import { doiAddress } from './doi.js';
import type { ReleaseStatus } from './release-chain.js';
import type { ReleaseDocument } from './release.js';

/** What a citation names of a release. */
export type CitedRelease = Pick<ReleaseDocument, 'number' | 'kind' | 'publishedAt' | 'asAt'> & {
  readonly round: Pick<ReleaseDocument['round'], 'title' | 'kind'>;
};

/**
 * How to cite a release: what, when, which version, and the hash by which a reader can tell that it is the same.
 * A synthetic round is not citable as a finding, and its text says that first. A release that was replaced or
 * withdrawn says so, so that nobody cites it unawares. The address ends it, alone; with a DOI that is the address.
 * @param address where the release can be read, from `releasePage`; '' leaves it out
 * @param status what has become of the release; absent = nothing that is known
 */
export function citation(
  release: CitedRelease,
  sha256: string,
  address: string,
  status?: Pick<ReleaseStatus, 'doi' | 'replacedBy' | 'withdrawn'>,
): string {
  const where = status === undefined || status.doi === '' ? address : doiAddress(status.doi);
  const parts = [
    `Liaison Atlas. ${release.round.title}, ${KIND_IN_WORDS[release.round.kind]}.`,
    `Release ${release.number} (${release.kind}), published ${release.publishedAt.slice(0, 10)}, ` +
      `answers as at ${/^\d{4}-\d{2}-\d{2}T/.test(release.asAt) ? release.asAt.slice(0, 10) : release.asAt}.`,
    `SHA-256 ${sha256}.`,
    ...(status?.withdrawn ? [`WITHDRAWN on ${status.withdrawn.at.slice(0, 10)}.`] : []),
    ...(status?.replacedBy
      ? [`Replaced by release ${status.replacedBy.number} on ${status.replacedBy.publishedAt.slice(0, 10)}.`]
      : []),
    ...(where === '' ? [] : [where]),
  ];
  const text = parts.join(' ');
  return release.round.kind === 'synthetic' ? `SYNTHETIC data, not to be cited as findings. ${text}` : text;
}

const KIND_IN_WORDS = {
  published_facts: 'facts as published in the 2018 report',
  live: 'survey of liaison psychiatry teams',
  synthetic: 'synthetic round',
} as const;

/** Where one release can be read, whatever is released later; `site` such as https://atlas.example. */
export const releasePage = (site: string, roundId: string, number: number): string =>
  `${site}/rounds/${encodeURIComponent(roundId)}?release=${number}`;
