import type { ReleaseDocument } from './release.js';

/** What a citation names of a release. */
export type CitedRelease = Pick<ReleaseDocument, 'number' | 'kind' | 'publishedAt' | 'asAt'> & {
  readonly round: Pick<ReleaseDocument['round'], 'title' | 'kind'>;
};

/**
 * How to cite a release: what, when, which version, and the hash by which a reader can tell that it is the same.
 * A synthetic round is not citable as a finding, and its text says that first.
 * @param address where the release can be read; '' leaves it out
 */
export function citation(release: CitedRelease, sha256: string, address: string): string {
  const parts = [
    `Liaison Atlas. ${release.round.title}, ${KIND_IN_WORDS[release.round.kind]}.`,
    `Release ${release.number} (${release.kind}), published ${release.publishedAt.slice(0, 10)}, ` +
      `answers as at ${release.asAt}.`,
    `SHA-256 ${sha256}.`,
    ...(address === '' ? [] : [address]),
  ];
  const text = parts.join(' ');
  return release.round.kind === 'synthetic' ? `SYNTHETIC data, not to be cited as findings. ${text}` : text;
}

const KIND_IN_WORDS = {
  published_facts: 'facts as published in the 2018 report',
  live: 'survey of liaison psychiatry teams',
  synthetic: 'synthetic round',
} as const;
