/** Words that name a kind of place and not a place; a name made of these alone identifies nothing. */
const GENERIC_WORDS = new Set(
  'the a an of at and in for hospital hospitals general royal district county university teaching infirmary medical centre center clinic site acute nhs trust foundation ft'.split(
    ' ',
  ),
);

/**
 * A hospital's or town's name as sorted, distinct words, for comparing names that people typed: lower case, accents,
 * apostrophes and full stops dropped ("St. Thomas'" is "st thomas"), "&" as "and", other signs as gaps, "the" left
 * out, "saint" as "st". Empty for a text without letters or digits.
 */
export function normaliseName(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’‘`.]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .map((word) => (word === 'saint' ? 'st' : word));
  return [...new Set(words)].sort();
}

/** The words of a normalised name that could tell one hospital from another: "General Hospital" has none. */
export const distinctiveWords = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !GENERIC_WORDS.has(word));
