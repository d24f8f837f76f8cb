import type { AnswerableQuestion, Question } from '../instrument/instrument.js';
import { OTHER_HOSPITAL_PREFIX, type RawAnswer } from '../instrument/validate-answer.js';
import type { Problem } from '../kernel/problem.js';
import { HOSPITAL_NOT_LISTED, otherTextField } from './respond-page.js';
import type { QuestionView } from './respond-parts.js';

/** A question with what its controls show: what was stored, or what was just typed and refused. */
export function toQuestionView(
  question: AnswerableQuestion,
  raw: RawAnswer | undefined,
  problems: readonly Problem[],
): QuestionView {
  const values = rawValues(question, raw);
  const found = problems.find(({ field }) => field === question.variable);
  const problem = found && atItsControl(question, found);
  if (question.type !== 'hospital') return { question, values, otherText: '', problem };
  const typed = values.find((value) => value.startsWith(OTHER_HOSPITAL_PREFIX));
  const listed = values.find((value) => !value.startsWith(OTHER_HOSPITAL_PREFIX));
  return {
    question,
    values: [listed ?? (typed === undefined ? '' : HOSPITAL_NOT_LISTED)].filter((value) => value !== ''),
    otherText: typed?.slice(OTHER_HOSPITAL_PREFIX.length) ?? '',
    problem,
  };
}

/** A stated absence is shown by the option that stands for it; a skipped question shows nothing. */
function rawValues(question: Question, raw: RawAnswer | undefined): readonly string[] {
  if (raw?.missing != null) {
    const option = question.options?.find(({ kind }) => kind === raw.missing);
    return option ? [option.code] : [];
  }
  return raw?.given ?? [];
}

/** A missing or unreadable name of a hospital is put right in the text box, not in the list. */
const atItsControl = (question: Question, problem: Problem): Problem =>
  question.type === 'hospital' && IN_THE_TEXT_BOX.includes(problem.code)
    ? { ...problem, field: otherTextField(question.variable) }
    : problem;

const IN_THE_TEXT_BOX: readonly string[] = ['UNNAMED_HOSPITAL', 'TEXT_TOO_LONG', 'UNREADABLE_TEXT'];
