import { indelSimilarity, nameSimilarity } from './name-similarity.js';
import { distinctiveWords, normaliseName } from './normalise-name.js';

/** A hospital of the frame as far as matching needs it. */
export interface FrameName {
  readonly odsCode: string;
  readonly name: string;
  readonly town: string;
}

/** A hospital that a typed name may mean. A person decides; nothing is matched by being proposed. */
export interface ProposedMatch {
  readonly odsCode: string;
  readonly name: string;
  /** Token-set similarity, 0.85 to 1. */
  readonly similarity: number;
}

/** Domain D3: below this no match is proposed. */
export const LEAST_SIMILARITY = 0.85;

/** Two words mean the same place when at most a slip of the keyboard lies between them. */
const SAME_WORD = 0.8;

/**
 * Hospitals of the frame that a typed name may mean, most similar first (domain D3, fuzzy site matching).
 *
 * Proposed are those in the same town with a token-set similarity of 0.85 or more. The town is what was typed as
 * such; where none was typed ('') all words of the hospital's town have to occur in the name. A name without a word
 * of its own ("General Hospital") never matches, and at least one such word has to be common to both names.
 */
export function proposeMatch(
  typed: { readonly siteText: string; readonly town: string },
  frame: readonly FrameName[],
): readonly ProposedMatch[] {
  const words = normaliseName(typed.siteText);
  const own = distinctiveWords(words);
  const town = normaliseName(typed.town);
  return frame
    .filter((hospital) => isSameTown(town, words, normaliseName(hospital.town)))
    .map((hospital) => ({ hospital, words: normaliseName(hospital.name) }))
    .filter((candidate) =>
      distinctiveWords(candidate.words).some((word) => own.some((other) => isSameWord(word, other))),
    )
    .map((candidate) => ({
      odsCode: candidate.hospital.odsCode,
      name: candidate.hospital.name,
      similarity: nameSimilarity(words, candidate.words),
    }))
    .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity || (a.odsCode < b.odsCode ? -1 : 1));
}

function isSameTown(
  typedTown: readonly string[],
  typedName: readonly string[],
  town: readonly string[],
): boolean {
  if (town.length === 0) return false;
  if (typedTown.length === 0) return town.every((word) => typedName.includes(word));
  return typedTown.join(' ') === town.join(' ');
}

const isSameWord = (a: string, b: string): boolean => a === b || indelSimilarity(a, b) >= SAME_WORD;
