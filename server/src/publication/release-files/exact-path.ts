/** What names the very bytes of one file of one release. */
export interface ExactFileName {
  readonly roundId: string;
  readonly releaseNumber: number;
  readonly sha256: string;
  readonly name: string;
}

/** Beginning of the paths of all files of a release. */
export const releasePath = ({ roundId, releaseNumber }: Omit<ExactFileName, 'sha256' | 'name'>): string =>
  `open/v1/rounds/${encodeURIComponent(roundId)}/releases/${releaseNumber}/`;

/**
 * Path of these bytes, the same below the address of the site and in the bucket: a CDN finds the one where it would look for
 * the other. It holds their hash, so other bytes have another path.
 */
export const exactPath = (file: ExactFileName): string => `${releasePath(file)}${file.sha256}/${file.name}`;
