import type { ResolvedSet } from './rules/r5-merge-set.js';

/**
 * Analysed forms with an additional comment (`000:247`), each form once however many hospitals it speaks for.
 * Comments of all forms count, merged ones too (R5); the same text sent twice for one hospital is one comment.
 */
export function countComments(sets: readonly ResolvedSet[]): number {
  const heard = new Map<string, Set<string>>();
  for (const { placements } of sets)
    for (const { form } of placements) {
      const value = form.answers['comments'];
      const text =
        value !== undefined && 'given' in value && typeof value.given === 'string' ? value.given.trim() : '';
      if (text === '') continue;
      // By the hospital the form names first: a form placed at several hospitals (R7) is heard once.
      const own = heard.get(form.odsCode);
      if (own === undefined) heard.set(form.odsCode, new Set([text]));
      else own.add(text);
    }
  let count = 0;
  for (const { size } of heard.values()) count += size;
  return count;
}
