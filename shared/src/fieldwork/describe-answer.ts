import type { Absence, AnswerValue } from '../instrument/answer-value.js';
import type { Question } from '../instrument/instrument.js';
import { OTHER_HOSPITAL_PREFIX } from '../instrument/validate-answer.js';
import { assertNever } from '../kernel/assert-never.js';
import { dayInWords } from '../kernel/day-in-words.js';
import type { HospitalChoice } from './respond-parts.js';

/**
 * One answer in the words the respondent saw, for the check page, the receipt and the comparison of two versions.
 * An absence is spelled out; an answer that was never given reads "Not answered", never a blank.
 */
export function describeAnswer(
  question: Question,
  answer: AnswerValue | undefined,
  hospitals: readonly HospitalChoice[],
): string {
  if (answer === undefined) return 'Not answered';
  if ('missing' in answer) return describeAbsence(question, answer.missing);
  const { given } = answer;
  if (question.type === 'hospital') return describeHospital(String(given), hospitals);
  if (question.type === 'scale') return `${String(given)} out of ${question.scale?.max ?? '?'}`;
  if (question.type === 'number') return withUnit(String(given), question.number?.unit?.en);
  if (question.type === 'date') return dayInWords(String(given));
  if (typeof given === 'object') return given.map((code) => labelOf(question, code)).join(', ');
  return question.type === 'choice' ? labelOf(question, String(given)) : String(given);
}

function describeAbsence(question: Question, missing: Absence): string {
  switch (missing) {
    case 'dont_know':
    case 'refused':
    case 'not_applicable':
      return question.options?.find(({ kind }) => kind === missing)?.label.en ?? ABSENCE_WORDS[missing];
    case 'skipped':
      return 'Not answered';
    case 'not_asked':
      return 'Not asked';
    default:
      return assertNever(missing);
  }
}

const ABSENCE_WORDS = {
  dont_know: "I don't know",
  refused: 'I prefer not to say',
  not_applicable: 'Not applicable',
} as const;

const withUnit = (number: string, unit: string | undefined): string =>
  unit === undefined ? number : `${number} ${unit}`;

function describeHospital(given: string, hospitals: readonly HospitalChoice[]): string {
  if (given.startsWith(OTHER_HOSPITAL_PREFIX))
    return `${given.slice(OTHER_HOSPITAL_PREFIX.length)} (not in the list)`;
  return hospitals.find(({ odsCode }) => odsCode === given)?.name ?? given;
}

const labelOf = (question: Question, code: string): string =>
  question.options?.find((option) => option.code === code)?.label.en ?? code;
