import type { ExportColumn } from './export-table.js';

/** Words that SPSS keeps for itself, and those that Stata does. */
const RESERVED = new Set(
  (
    'all and by eq ge gt le lt ne not or to with byte double float if in int long strl using _all _b _coef _cons _n ' +
    '_pi _pred _rc _skip'
  ).split(' '),
);

/**
 * Names of the columns that a statistics program takes: letters, digits and underscores, beginning with a letter, no
 * two alike in small letters, none a reserved word, at most `longest` characters. In the order of the columns.
 * @param longest 64 in SPSS, 32 in Stata
 */
export function programNames(
  columns: readonly Pick<ExportColumn, 'name' | 'programName'>[],
  longest: number,
): readonly string[] {
  const taken = new Set<string>(RESERVED);
  return columns.map(({ name, programName }) => {
    const whole = (programName === '' ? name : programName)
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
    const base = /^[A-Za-z]/.test(whole) ? whole : `v_${whole}`;
    let own = base.slice(0, longest).replace(/_+$/, '');
    for (let next = 2; taken.has(own.toLowerCase()); next += 1) {
      const suffix = `_${next}`;
      own = `${base.slice(0, longest - suffix.length)}${suffix}`;
    }
    taken.add(own.toLowerCase());
    return own;
  });
}

/** Cuts a label to so many bytes of UTF-8, between characters; a cut label ends in "…". */
export function cutLabel(label: string, bytes: number): string {
  const flat = label.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (byteLength(flat) <= bytes) return flat;
  let cut = '';
  for (const character of flat) {
    if (byteLength(cut + character) > bytes - 3) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
