import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { cleanText } from '../kernel/clean-text.js';
import { compareVersions } from './compare-versions.js';
import type { Comparability, Instrument } from './instrument.js';

/** What a person decided about one question, before the version numbers are known. */
export interface VerdictInput {
  readonly variable: string;
  readonly verdict: string;
  readonly note: string;
}

export type Verdict = Pick<Comparability, 'variable' | 'verdict' | 'note'>;

export const VERDICTS = ['same', 'minor_wording', 'not_comparable', 'new'] as const;
const MAX_NOTE = 1000;

/**
 * The verdicts on a new version, complete: one for every question of either version. `new` belongs to questions that
 * the earlier version did not ask, and to no others; a verdict other than the proposed one needs a note that says why.
 *
 * Codes: VERDICT_MISSING, VERDICT_UNKNOWN_QUESTION, VERDICT_TWICE, BAD_VERDICT, VERDICT_NOTE_REQUIRED.
 */
export function checkVerdicts(
  before: Instrument,
  after: Instrument,
  verdicts: readonly VerdictInput[],
): Result<readonly Verdict[], Problem> {
  const problems: Problem[] = [];
  const say = (code: string, field: string, message: string, mend: string): void =>
    void problems.push({ code, field, message, mend });
  const changes = compareVersions(before, after);
  const result = changes.map(({ variable, change, proposed }): Verdict => {
    const [given, ...others] = verdicts.filter((each) => each.variable === variable);
    if (given === undefined) {
      say(
        'VERDICT_MISSING',
        variable,
        'It is not said whether the figures of this question may be compared with the version before.',
        'Choose a verdict.',
      );
      return { variable, verdict: proposed, note: '' };
    }
    if (others.length > 0)
      say('VERDICT_TWICE', variable, 'There are two verdicts on this question.', 'Send one.');
    const verdict = VERDICTS.find((each) => each === given.verdict);
    const fits = verdict !== undefined && (verdict === 'new') === (change === 'added');
    if (!fits || (change === 'removed' && verdict === 'same'))
      say(
        'BAD_VERDICT',
        variable,
        change === 'added'
          ? 'This question was not asked before, so there is nothing to compare.'
          : change === 'removed'
            ? 'This question is asked no more.'
            : 'This question was asked before.',
        change === 'added' ? 'Choose "new".' : 'Choose another verdict.',
      );
    const note = cleanText(given.note.trim(), variable, MAX_NOTE);
    if (!note.ok) problems.push(...note.problems);
    else if (fits && verdict !== proposed && note.value === '')
      say(
        'VERDICT_NOTE_REQUIRED',
        variable,
        'The verdict is not the one that follows from what was changed.',
        'Say in the note why it holds.',
      );
    return { variable, verdict: verdict ?? proposed, note: note.ok ? note.value : '' };
  });
  for (const { variable } of verdicts)
    if (!changes.some((each) => each.variable === variable))
      say(
        'VERDICT_UNKNOWN_QUESTION',
        variable.slice(0, 129),
        'Neither version has a question of this name.',
        'Leave this verdict out.',
      );
  return problems.length === 0 ? accept(result) : refuse(...problems);
}
