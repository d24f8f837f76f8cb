import { type Problem, problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { PRIORITY_AREAS } from './priority-areas.js';

/** What a case study tells, in the order in which it is asked and shown; the parts of those in the library. */
export const CASE_STUDY_PARTS = [
  'title',
  'place',
  'provider',
  'commissioner',
  'model',
  'outcomes',
  'enablers',
  'year',
] as const;
export type CaseStudyPart = (typeof CASE_STUDY_PARTS)[number];

export const CASE_STUDY_WORDS: Readonly<Record<CaseStudyPart, string>> = {
  title: 'Name of the service',
  place: 'Place',
  provider: 'Provider',
  commissioner: 'Commissioner',
  model: 'How it works',
  outcomes: 'What came of it',
  enablers: 'What helped',
  year: 'Year that this describes',
};

/** Without these nobody could tell what it is a case of. The others may be not known. */
const NEEDED: readonly CaseStudyPart[] = ['title', 'place', 'provider', 'model'];

/** A case study as a reader offers it. */
export interface OfferedCaseStudy extends Readonly<Record<CaseStudyPart, string>> {
  /** Number of its priority area, 1 to 10. */
  readonly area: number;
}

const BEGINNING = 'Case study for priority area ';

/** Whether a message of a reader offers a case study. */
export const isCaseStudyMessage = (text: string): boolean => text.startsWith(BEGINNING);

/**
 * The message by which a case study reaches those who keep the library: one labelled line a part, so that nothing has to be
 * guessed when it is written up. A part that was left empty reads "not given", never "none". How long the whole may be, and
 * that it can be stored, is checked where every message of a reader is (`parseReaderMessage`).
 */
export function caseStudyMessage(offered: OfferedCaseStudy): Result<string, Problem> {
  const area = PRIORITY_AREAS.find(({ number }) => number === offered.area);
  const missing = NEEDED.filter((part) => offered[part].trim() === '');
  const problems = missing.map((part) =>
    problem('MISSING', part, `“${CASE_STUDY_WORDS[part]}” is empty.`, 'Write what you know of it.'),
  );
  if (area === undefined)
    problems.push(problem('MISSING', 'area', 'No priority area is chosen.', 'Choose one of the ten.'));
  else if (problems.length === 0)
    return accept(
      [
        `${BEGINNING}${area.number}, ${area.title}`,
        ...CASE_STUDY_PARTS.map(
          (part) => `${CASE_STUDY_WORDS[part]}: ${offered[part].trim() || 'not given'}`,
        ),
      ].join('\n'),
    );
  return refuse(...problems);
}
