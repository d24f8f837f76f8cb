import type { TextSpan } from '@liaison-atlas/shared/cleaning/mask-text';

/** A word of a comment with its place. */
export interface MaskWord extends TextSpan {
  readonly text: string;
}

/** The words of a text, split at white space. */
export const toMaskWords = (text: string): readonly MaskWord[] =>
  [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));

/** The spans of the chosen words; words that follow each other make one span. */
export function toSpans(words: readonly MaskWord[], chosen: ReadonlySet<number>): readonly TextSpan[] {
  const spans: { from: number; to: number }[] = [];
  words.forEach(({ from, to }, at) => {
    if (!chosen.has(at)) return;
    const last = spans.at(-1);
    if (last !== undefined && chosen.has(at - 1)) last.to = to;
    else spans.push({ from, to });
  });
  return spans;
}
