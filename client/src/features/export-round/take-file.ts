import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** How far a file has come. Every row is one line of a CSV file, so lines say how much is left. */
export interface Progress {
  readonly bytes: number;
  /** Lines after the headings. */
  readonly rows: number;
}

export interface TakenFile {
  readonly name: string;
  readonly blob: Blob;
}

const BROKEN: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The file did not come through whole; nothing was saved.',
  mend: 'Check the network connection, then try again.',
};

/**
 * Takes a file and tells how far it has come. A file that breaks off is not kept: half of the rows must not look like all.
 * @returns null where the person stopped it
 */
export async function takeFile(
  address: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<{ readonly file: TakenFile } | { readonly problem: Problem } | null> {
  try {
    const answer = await fetch(address, { credentials: 'same-origin', signal });
    if (!answer.ok) return { problem: (await answer.json()) as Problem };
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    let lines = 0;
    const reader = answer.body?.getReader();
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      pieces.push(piece.value);
      bytes += piece.value.length;
      lines += lineEnds(piece.value);
      onProgress({ bytes, rows: Math.max(0, lines - 1) });
    }
    const type = answer.headers.get('content-type') ?? '';
    const name = nameIn(answer.headers.get('content-disposition') ?? '');
    return { file: { name, blob: new Blob(pieces, { type }) } };
  } catch {
    return signal.aborted ? null : { problem: BROKEN };
  }
}

const LINE_END = 10;

/** How many lines end in some bytes of a file. */
export function lineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}

/** The file name that the server gives; `data` where it gives none. */
export const nameIn = (disposition: string): string => /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'data';
