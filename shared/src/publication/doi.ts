import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';

const LONGEST = 200;
/** Prefix `10.` with four to nine digits, a slash, and a suffix without spaces (DOI Handbook 2.2; Crossref's advice). */
const DOI = /^10\.\d{4,9}\/[!-~]+$/;

/**
 * Reads a DOI as people paste it: bare, with `doi:`, or as an address of doi.org. Gives it bare and in small letters,
 * since a DOI is the same in either case.
 */
export function parseDoi(text: string): Result<string, Problem> {
  const bare = text
    .trim()
    .replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase();
  if (bare.length <= LONGEST && DOI.test(bare) && !/["<>\\^`{|}]/.test(bare)) return accept(bare);
  return refuse({
    code: 'BAD_DOI',
    field: 'doi',
    message: 'This is no DOI.',
    mend: 'Write it as 10.1234/something, as the registrar gave it.',
  });
}

/** The address by which a DOI is cited. */
export const doiAddress = (doi: string): string => `https://doi.org/${doi}`;
