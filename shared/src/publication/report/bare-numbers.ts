import { piecesOf } from './figure-references.js';
import type { NotAFigure } from './report-content.js';

/** A number that stands in a text by itself, so that nobody can tell where it comes from. */
export interface BareNumber {
  readonly text: string;
  /** Position in the block's text. */
  readonly at: number;
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** Numbers that are no figures by their form: years, dates, numbers of sections, tables, questions and versions. */
const NO_FIGURE = [
  new RegExp(`\\b\\d{1,2} (?:${MONTH})\\b`, 'g'),
  /(?<![\d.,%])(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?(?![\d%]|[.,]\d|\s?per cent)/g,
  /\b(?:sections?|chapters?|appendix|appendices|figures?|tables?|questions?|versions?|releases?|articles?)\s+\d+(?:\.\d+)*\b/gi,
];

const DIGITS = /(?<![\w]|[A-Za-z]-)\d+(?:[.,]\d+)*(?:\s?%|\s?per cent\b)?/g;
const UNITS = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const TEENS = 'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
/** "one" and "third" count only where they measure something: "one of", "one in", "a third of". */
const WORDS = new RegExp(
  `\\b(?:(?:one|two|three)[ -](?:half|thirds?|quarters?|fifths?)|a (?:third|fifth)(?= of\\b)|one (?:of|in)|half(?: of)?|` +
    `(?:${TENS})(?:[ -](?:one|${UNITS}))?|${TEENS}|${UNITS}|dozens?|hundreds?|thousands?|quarters?)\\b`,
  'gi',
);

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The bare numbers of a text, in digits and in words, in their order. Not among them: references, years and dates,
 * numbers of sections and the like, digits that belong to a name (`PHQ-9`, `T1`), and what the author marked as not a
 * figure.
 */
export function bareNumbers(text: string, notFigures: readonly NotAFigure[]): readonly BareNumber[] {
  const free = [
    ...piecesOf(text).flatMap((piece) =>
      piece.kind === 'reference' ? [{ from: piece.at, to: piece.at + piece.text.length }] : [],
    ),
    ...NO_FIGURE.flatMap((pattern) => spansOf(text, pattern)),
    ...notFigures.flatMap((marked) => occurrencesOf(text, marked.text)),
  ];
  const isFree = ({ from, to }: Span): boolean => free.some((span) => span.from <= from && to <= span.to);
  const found = [...spansOf(text, DIGITS), ...spansOf(text, WORDS)]
    .filter((span) => !isFree(span))
    .sort((a, b) => a.from - b.from);
  return found.map(({ from, to }) => ({ text: text.slice(from, to), at: from }));
}

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length }));

function occurrencesOf(text: string, part: string): readonly Span[] {
  if (part === '') return [];
  const spans: Span[] = [];
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + part.length))
    spans.push({ from, to: from + part.length });
  return spans;
}
