import type { ResolvedSet } from './rules/r5-merge-set.js';

/**
 * Analysed forms with an additional comment (`000:247`), each form once however many hospitals it speaks for.
 * Comments of all forms count, merged ones too (R5); the same text sent twice for one hospital is one comment.
 */
export function countComments(sets: readonly ResolvedSet[]): number {
  const heard = new Set<string>();
  for (const { form } of sets.flatMap((set) => set.placements)) {
    const value = form.answers['comments'];
    const text =
      value !== undefined && 'given' in value && typeof value.given === 'string' ? value.given.trim() : '';
    // By the hospital the form names first: a form placed at several hospitals (R7) is heard once.
    if (text !== '') heard.add(JSON.stringify([form.odsCode, text]));
  }
  return heard.size;
}
