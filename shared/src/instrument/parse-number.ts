import type { Problem } from '../kernel/problem.js';
import { accept, type Result } from '../kernel/result.js';
import type { AnswerValue } from './answer-value.js';
import type { NumberRange, Question, Scale } from './instrument.js';
import { problemWith } from './problem-with.js';

/** A plain count: from zero, since the survey counts nothing below it, to what a whole number of a file can hold. */
export const COUNT_RANGE = { min: 0, max: 2_147_483_647, step: 1 } as const;

const WHOLE_NUMBER = /^[+-]?\d+$/;
const DECIMAL_NUMBER = /^[+-]?\d+(\.\d{1,6})?$/;

/** Range and step of a number question, with what it leaves out filled in. */
export const rangeOf = ({ number }: Pick<Question, 'number'>): Required<Omit<NumberRange, 'unit'>> => ({
  min: number?.min ?? COUNT_RANGE.min,
  max: number?.max ?? COUNT_RANGE.max,
  step: number?.step ?? COUNT_RANGE.step,
});

/**
 * A whole number on the question's worded scale. Text such as `1.5`, `60%` or `1e2` is refused, not rounded.
 * @throws RangeError when the question has no scale, which `checkInstrument` refuses.
 */
export function parseScale(question: Question, text: string): Result<AnswerValue, Problem> {
  if (!question.scale) throw new RangeError(`question ${question.variable} is a scale without ends`);
  return parseWithin(question, text, question.scale);
}

/** A count or a measure within the question's range; a decimal point where its step has one, never a comma. */
export const parseNumber = (question: Question, text: string): Result<AnswerValue, Problem> =>
  parseWithin(question, text, rangeOf(question));

/** A calendar day as `2026-04-30`; a day that does not exist is refused. */
export function parseDate(question: Question, text: string): Result<AnswerValue, Problem> {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (
    year !== undefined &&
    month !== undefined &&
    day !== undefined &&
    day >= 1 &&
    day <= daysIn(year, month)
  ) {
    return accept({ given: text });
  }
  return problemWith(
    question,
    'NOT_A_DATE',
    'This is not a date.',
    'Write year, month and day, such as 2026-04-30.',
  );
}

function parseWithin(
  question: Question,
  text: string,
  { min, max, step }: Pick<Scale, 'min' | 'max' | 'step'>,
): Result<AnswerValue, Problem> {
  const isWhole = [min, step].every(Number.isInteger);
  const range = `Write a ${isWhole ? 'whole ' : ''}number from ${min} to ${max}${isWhole ? '.' : `, such as ${rounded(min + step)}.`}`;
  if (!(isWhole ? WHOLE_NUMBER : DECIMAL_NUMBER).test(text)) {
    return isWhole
      ? problemWith(question, 'NOT_A_WHOLE_NUMBER', 'The answer is not a whole number.', range)
      : problemWith(question, 'NOT_A_NUMBER', 'The answer is not a number.', range);
  }
  // `+ 0` turns the -0 of "-0" into 0.
  const number = Number(text) + 0;
  if (number < min || number > max) {
    return problemWith(question, 'OUT_OF_RANGE', `The number is not between ${min} and ${max}.`, range);
  }
  if (!isOnStep(number, min, step)) {
    return problemWith(
      question,
      'OFF_STEP',
      `The number is not one of the steps of ${step} from ${min}.`,
      `Write ${min}, ${rounded(min + step)} and so on up to ${max}.`,
    );
  }
  return accept({ given: number });
}

/** Whether steps from `min` reach the number. Fractions such as 0.1 have no exact binary form, hence the tolerance. */
export function isOnStep(number: number, min: number, step: number): boolean {
  const steps = (number - min) / step;
  return Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps));
}

/** 0.1 + 0.2 as people write it. */
const rounded = (number: number): number => Number(number.toFixed(6));

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if ([4, 6, 9, 11].includes(month)) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}
