import type { PlacedWord } from './words-of.js';

/** A comment whose coding is finished, to learn from: its words, each once, and its codes. */
export interface CodedExample {
  readonly words: ReadonlySet<string>;
  readonly codeIds: readonly string[];
}

/** How often a word of the comment stood where the code did, and where it did not. */
export interface WordEvidence {
  readonly word: string;
  /** Comments with the code that have the word. */
  readonly withCode: number;
  /** Comments without the code that have the word. */
  readonly withoutCode: number;
  /** Natural logarithm of how much likelier the word is with the code than without; below 0 it speaks against it. */
  readonly weight: number;
  /** Where it stands in the comment. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** A code that the words of a comment speak for. A person decides: nothing is ever applied by it. */
export interface CodeSuggestion {
  readonly codeId: string;
  /** Between ½ and 1: how likely the code is by the words alone, taken as independent of each other. */
  readonly likelihood: number;
  /** Finished comments with the code, and without it. */
  readonly withCode: number;
  readonly withoutCode: number;
  /** What led to it, the strongest first; what speaks against it last. */
  readonly words: readonly WordEvidence[];
}

/** What came of the search: `too_few` = no code stands on enough finished comments yet to say anything. */
export interface Suggestions {
  readonly state: 'some' | 'none' | 'too_few';
  /** Finished comments that were learned from. */
  readonly learnedFrom: number;
  readonly suggestions: readonly CodeSuggestion[];
}

/** Finished comments that a code must stand on, and as many that it does not stand on, before it is suggested. */
export const LEAST_EVIDENCE = 3;
/** A word that one comment alone has says something of that comment and nothing of a theme. */
const LEAST_WORD = 2;
/** More than these are no help to somebody who reads the comment anyway. */
const MOST_SUGGESTIONS = 3;

/**
 * Suggests codes for a comment from comments that were coded before: naive Bayes over whether a word stands in a
 * comment, in log-odds, so that each word's part in it can be shown and reckoned by hand. For a code on `n` of the
 * examples and not on `m`, a word in `a` of the `n` and `b` of the `m` weighs ln((a + ½) / (n + 1)) − ln((b + ½) /
 * (m + 1)); the sum of the weights and ln(n / m) is the log-odds. A code is suggested when it is likelier than not and
 * a word speaks for it. Words that are missing in the comment say nothing.
 * @param codeIds codes that may be applied, in the order of the book
 */
export function suggestCodes(
  codeIds: readonly string[],
  examples: readonly CodedExample[],
  comment: readonly PlacedWord[],
): Suggestions {
  const places = new Map<string, { start: number; end: number }[]>();
  for (const { word, start, end } of comment) places.set(word, [...(places.get(word) ?? []), { start, end }]);
  const known = [...places].flatMap(([word, at]) => {
    const having = examples.filter(({ words }) => words.has(word));
    return having.length < LEAST_WORD ? [] : [{ word, places: at, having }];
  });
  let learned = 0;
  const found = codeIds.flatMap((codeId): CodeSuggestion[] => {
    const withCode = examples.filter((example) => example.codeIds.includes(codeId)).length;
    const withoutCode = examples.length - withCode;
    if (withCode < LEAST_EVIDENCE || withoutCode < LEAST_EVIDENCE) return [];
    learned += 1;
    const words = known.map(({ word, places: at, having }): WordEvidence => {
      const a = having.filter((example) => example.codeIds.includes(codeId)).length;
      const b = having.length - a;
      const weight = Math.log((a + 0.5) / (withCode + 1)) - Math.log((b + 0.5) / (withoutCode + 1));
      return { word, withCode: a, withoutCode: b, weight, places: at };
    });
    const odds = words.reduce((sum, { weight }) => sum + weight, Math.log(withCode / withoutCode));
    if (odds <= 0 || !words.some(({ weight }) => weight > 0)) return [];
    const likelihood = 1 / (1 + Math.exp(-odds));
    words.sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1));
    return [{ codeId, likelihood, withCode, withoutCode, words }];
  });
  // A stable sort: equally likely codes stay in the order of the book.
  const suggestions = found
    .toSorted((one, other) => other.likelihood - one.likelihood)
    .slice(0, MOST_SUGGESTIONS);
  const state = suggestions.length > 0 ? 'some' : learned === 0 ? 'too_few' : 'none';
  return { state, learnedFrom: examples.length, suggestions };
}
