import { type Problem, problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { applicableCodes, type CodebookContent } from './codebook-content.js';

/** A code applied to a comment, or to the part of it from `start` up to `end`; 0 and 0 = the whole comment. */
export interface Application {
  readonly codeId: string;
  readonly start: number;
  readonly end: number;
}

/** How far a coder is with a comment: `left` = the coder was taken off before the comment was final. */
export type UnitState = 'open' | 'final' | 'left';

/** What one coder said about one comment, codes read under the current version of the book. */
export interface UnitCoding {
  readonly unitId: string;
  readonly coderId: string;
  readonly state: UnitState;
  readonly codes: readonly Application[];
  /** Codes that were suggested to the coder for this comment, taken or not, read under the current version. */
  readonly suggested: readonly string[];
}

/** Most applications on one comment. */
const MAX_APPLICATIONS = 100;

/**
 * What a coder sends for a comment, each application once. A part must lie within the text; a code must be in use and
 * no heading. No code at all is a statement too: "none applies".
 */
export function checkApplications(
  applications: readonly Application[],
  content: CodebookContent,
  text: string,
): Result<readonly Application[], Problem> {
  if (applications.length > MAX_APPLICATIONS)
    return refuse(problem('TOO_MANY_CODES', 'codes', 'Too many codes.', `Keep to ${MAX_APPLICATIONS}.`));
  const known = new Set(applicableCodes(content).map(({ id }) => id));
  const checked = new Map<string, Application>();
  for (const { codeId, start, end } of applications) {
    if (!known.has(codeId))
      return refuse(
        problem(
          'NO_SUCH_CODE',
          'codes',
          'One of the codes is not in use any more.',
          'Load the page again: the codebook was changed.',
        ),
      );
    const whole = start === 0 && end === 0;
    if (!whole && !(start >= 0 && start < end && end <= text.length))
      return refuse(
        problem('BAD_SPAN', 'codes', 'The part that was chosen is not in the text.', 'Choose it again.'),
      );
    checked.set(`${codeId} ${start} ${end}`, { codeId, start, end });
  }
  return accept([...checked.values()]);
}

/** Ids of the codes on a comment, each once, whatever part they stand on: agreement is on comments. */
export const codeIdsOf = (codes: readonly Application[]): readonly string[] => [
  ...new Set(codes.map(({ codeId }) => codeId)),
];

/**
 * Codes that the coder says were suggested for a comment, with those of earlier saves: what was once shown has been
 * seen. Codes of any version of the book are taken, for one may be merged away between showing and saving.
 */
export function checkSuggested(
  suggested: readonly string[],
  before: readonly string[],
  { codes }: CodebookContent,
): Result<readonly string[], Problem> {
  const known = new Set(codes.map(({ id }) => id));
  if (suggested.some((id) => !known.has(id)))
    return refuse(
      problem(
        'NO_SUCH_CODE',
        'suggested',
        'A code that was suggested is not in the codebook.',
        'Load the page again: the codebook was changed.',
      ),
    );
  return accept([...new Set([...before, ...suggested])]);
}
