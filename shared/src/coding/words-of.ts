/** A word where it stands in a text: from `start` up to `end`. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words that stand in every kind of comment and say nothing of its theme. */
const EVERYWHERE = new Set(
  (
    'about after all also and any are because been before being both but can could did does doing don each for from ' +
    'had has have her here his how into its just more most much not now off one only other our out over own same ' +
    'she should some such than that the their them then there these they this those through too under until very ' +
    'was were what when where which while who why will with would you your'
  ).split(' '),
);

/** Letters in a row, three at least: numbers and single letters carry no theme. */
const WORD = /\p{L}{3,}/gu;

/** The words of a comment that can speak for a theme, in lower case, each time they stand there. */
export const wordsOf = (text: string): readonly PlacedWord[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const word = found.toLowerCase();
    return EVERYWHERE.has(word) ? [] : [{ word, start: index, end: index + found.length }];
  });
