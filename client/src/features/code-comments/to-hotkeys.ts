/** Keys that the desk needs itself: next, previous. */
const TAKEN = new Set(['n', 'p']);
const KEYS = [...'123456789', ...'abcdefghijklmnopqrstuvwxyz'].filter((key) => !TAKEN.has(key));

/** A key of the keyboard for each code, in the order of the codebook; '' for codes beyond the last key. */
export const toHotkeys = (codeIds: readonly string[]): ReadonlyMap<string, string> =>
  new Map(codeIds.map((id, at) => [id, KEYS[at] ?? '']));
