import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** A file that can be taken out of a round; `rows` null = not known before it is made. */
export interface OfferedFile {
  readonly name: string;
  readonly holds: string;
  readonly rows: number | null;
}

/** What there is to take out of a round, and from what it is made. */
export interface ExportOffer {
  readonly basis: { readonly from: 'freeze'; readonly number: number } | { readonly from: 'live' };
  readonly at: string;
  readonly sha256: string;
  readonly forms: number;
  readonly hospitals: number;
  readonly files: readonly OfferedFile[];
}

/** '' = the freeze that holds, else the live state. */
export type WantedBasis = '' | 'live';

const LOST: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The server could not be reached.',
  mend: 'Check the network connection, then try again.',
};

/** Address of the list of files, or of one of them. */
export const exportAddress = (roundId: string, file: string, basis: WantedBasis): string =>
  `/manage/v1/rounds/${encodeURIComponent(roundId)}/export${file === '' ? '' : `/${file}`}${basis === '' ? '' : `?basis=${basis}`}`;

/** Asks what there is; or why there is nothing. */
export async function askForOffer(
  roundId: string,
  basis: WantedBasis,
  signal: AbortSignal,
): Promise<{ readonly offer: ExportOffer } | { readonly problem: Problem }> {
  try {
    const answer = await fetch(exportAddress(roundId, '', basis), { credentials: 'same-origin', signal });
    const body: unknown = await answer.json();
    return answer.ok ? { offer: body as ExportOffer } : { problem: body as Problem };
  } catch {
    return { problem: LOST };
  }
}
