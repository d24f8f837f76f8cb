/** Keys for codes: not n and p, which lead to the next and the previous comment. */
const KEYS = Array.from('123456789abcdefghijklmoqrstuvwxyz');

/** A key of the keyboard for each code, in the order of the codebook; '' for codes beyond the last key. */
export const toHotkeys = (codeIds: readonly string[]): ReadonlyMap<string, string> =>
  new Map(codeIds.map((id, at) => [id, KEYS[at] ?? '']));
