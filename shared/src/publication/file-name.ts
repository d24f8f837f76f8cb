import type { RoundKind } from '../fieldwork/round.js';

/** What a downloaded file holds. */
export type DownloadSubject = 'summary' | 'hospitals' | 'map' | 'release' | 'report' | `briefing-${string}`;

/**
 * Name of a file made from a release, safe on every file system. A synthetic round's starts with SYNTHETIC, so
 * that the word is still there when the file has left the site.
 * @example 'liaison-atlas_2017-18_release-1_hospitals.csv'
 */
export function downloadFileName(
  release: { readonly round: { readonly id: string; readonly kind: RoundKind }; readonly number: number },
  subject: DownloadSubject,
  extension: string,
): string {
  const mark = release.round.kind === 'synthetic' ? 'SYNTHETIC_' : '';
  return `${mark}liaison-atlas_${fileNamePart(release.round.id)}_release-${release.number}_${subject}.${fileNamePart(extension)}`;
}

/**
 * Name of a file made from the live state of a round, which belongs to no release.
 * @example 'SYNTHETIC_liaison-atlas_demo-2026_chase-list.csv'
 */
export const liveFileName = (
  round: { readonly id: string; readonly kind: RoundKind },
  subject: 'chase-list' | 'silence' | 'codings' | 'quotations' | 'report-preview',
  extension: string,
): string =>
  `${round.kind === 'synthetic' ? 'SYNTHETIC_' : ''}liaison-atlas_${fileNamePart(round.id)}_${subject}.${fileNamePart(extension)}`;

/**
 * Name of a file with the figures of one indicator; live figures belong to no release.
 * @example 'liaison-atlas_2017-18_release-1_iapt-in-reach_england.csv'
 */
export function figuresFileName(
  made: {
    readonly round: { readonly id: string; readonly kind: RoundKind };
    /** null = live. */
    readonly release: number | null;
    readonly indicator: string;
    readonly by: string;
  },
  extension: string,
): string {
  const mark = made.round.kind === 'synthetic' ? 'SYNTHETIC_' : '';
  const basis = made.release === null ? 'live' : `release-${made.release}`;
  return `${mark}liaison-atlas_${fileNamePart(made.round.id)}_${basis}_${fileNamePart(made.indicator)}_${fileNamePart(made.by)}.${fileNamePart(extension)}`;
}

/** A part of a file name that every file system takes; never empty. */
export const fileNamePart = (part: string): string =>
  part.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'file';
