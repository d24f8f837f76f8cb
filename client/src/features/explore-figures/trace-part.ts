import type { Traced } from './explore-state.js';
import type { ShownFigure, ShownFigures } from './shown-figures.js';

/** The hospitals behind one number of a row. */
export interface TracePart {
  /** What the number counts, in the words of the indicator. */
  readonly counted: string;
  /** The number; null = hidden, or not told apart. */
  readonly count: number | null;
  readonly hospitals: readonly string[];
  /** Further hospitals that may not be named, or that no list has. */
  readonly unnamed: number;
}

/** Numbers of a row as they are called. */
export const TRACED_WORDS: Readonly<Record<Traced, string>> = {
  yes: 'yes',
  no: 'no',
  dont_know: 'don’t know',
  not_known: 'not known',
  frame: 'hospitals',
};

/** What stands behind a number: who is counted in it, by the same rule for every number of the row. */
export function tracePart(row: ShownFigure, part: Traced, indicator: ShownFigures['indicator']): TracePart {
  const { trace, frame } = row;
  switch (part) {
    case 'yes':
      return {
        counted: indicator.numerator,
        count: row.yes,
        hospitals: trace.numerator,
        unnamed: trace.numeratorUnnamed,
      };
    case 'no':
      return {
        counted: 'Hospitals that gave another answer to the question than the one counted as yes.',
        count: row.no,
        hospitals: trace.no,
        unnamed: trace.noUnnamed,
      };
    case 'dont_know':
      return {
        counted: 'Hospitals whose respondents did not know; an answer of its own, never a “no”.',
        count: row.dontKnow,
        hospitals: trace.dontKnow,
        unnamed: trace.dontKnowUnnamed,
      };
    case 'not_known': {
      const said = new Set([...trace.numerator, ...trace.no, ...trace.dontKnow]);
      const isOpen = trace.numeratorUnnamed + trace.noUnnamed + trace.dontKnowUnnamed === 0;
      // While somebody who answered is not named, nobody can be named as not known.
      const hospitals = isOpen ? trace.denominator.filter((code) => !said.has(code)) : [];
      return {
        counted: indicator.missingRule,
        count: row.notKnown,
        hospitals,
        unnamed: (row.notKnown ?? 0) - hospitals.length,
      };
    }
    case 'frame':
      return {
        counted: indicator.denominator,
        count: frame,
        hospitals: trace.denominator,
        unnamed: trace.denominatorUnnamed,
      };
  }
}
