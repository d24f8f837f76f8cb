import { MOST_COMPARED } from '@liaison-atlas/shared/commissioning/compare-places';

/** Keys of the address under which the places stand, in their order. */
const KEYS = ['a', 'b', 'c', 'd'] as const;

/** The codes of the address, each once, in capitals; gaps are closed. */
export function readCodes(parameters: URLSearchParams): readonly string[] {
  const codes = KEYS.map((key) => (parameters.get(key) ?? '').trim().slice(0, 12).toUpperCase());
  return [...new Set(codes)].filter((code) => code !== '').slice(0, MOST_COMPARED);
}

/** The address with these places instead; what else stands in it stays. */
export function writeCodes(before: URLSearchParams, codes: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(before);
  KEYS.forEach((key, at) => {
    const code = codes[at];
    if (code === undefined) next.delete(key);
    else next.set(key, code);
  });
  return next;
}
