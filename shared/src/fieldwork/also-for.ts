import type { Answers } from '../instrument/answer-value.js';
import { HOSPITAL_VARIABLE } from '../instrument/keys.js';
import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';

/**
 * Where the further hospitals of a trust-wide team stand among the answers of a form (rule R7). Kept there so that
 * drafts, revisions, their hashes and their erasure hold for them too. No question can have this key: it has a hyphen.
 */
export const ALSO_FOR = 'also-for';

/** More hospitals than any trust has; beyond it somebody has ticked a whole region. */
export const MOST_FURTHER_HOSPITALS = 20;

/** The further hospitals of a form, by ODS code; empty = the form speaks for one hospital. */
export function alsoForOf(answers: Answers): readonly string[] {
  const answer = Object.hasOwn(answers, ALSO_FOR) ? answers[ALSO_FOR] : undefined;
  return answer !== undefined && 'given' in answer && typeof answer.given === 'object' ? answer.given : [];
}

/** The same answers for these further hospitals; without any, nothing is left of the entry. */
export function withAlsoFor(answers: Answers, codes: readonly string[]): Answers {
  const { [ALSO_FOR]: _before, ...rest } = answers;
  const own = rest[HOSPITAL_VARIABLE];
  const further = [...new Set(codes)].filter(
    (code) => own === undefined || !('given' in own) || own.given !== code,
  );
  return further.length === 0 ? rest : { ...rest, [ALSO_FOR]: { given: further.sort() } };
}

/** Checks a choice of further hospitals against the frame: each must be listed, and there are not too many. */
export function parseAlsoFor(
  codes: readonly string[],
  listed: (odsCode: string) => boolean,
): Result<readonly string[], Problem> {
  const chosen = [...new Set(codes.filter((code) => code !== ''))];
  if (chosen.some((code) => !listed(code)))
    return refuse({
      code: 'UNKNOWN_HOSPITAL',
      field: ALSO_FOR,
      message: 'One of the further hospitals is not in the list of this survey.',
      mend: 'Choose further hospitals from the list. Send a form of its own for any other.',
    });
  if (chosen.length > MOST_FURTHER_HOSPITALS)
    return refuse({
      code: 'TOO_MANY',
      field: ALSO_FOR,
      message: `One form can speak for at most ${MOST_FURTHER_HOSPITALS} further hospitals.`,
      mend: 'Send a second form for the others.',
    });
  return accept(chosen.sort());
}
