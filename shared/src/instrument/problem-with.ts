import type { Problem } from '../kernel/problem.js';
import { refuse, type Result } from '../kernel/result.js';
import type { Question } from './instrument.js';

/** Refuses the answer to one question; the problem's field is the question's variable key. */
export const problemWith = (
  question: Pick<Question, 'variable'>,
  code: string,
  message: string,
  mend: string,
): Extract<Result<never, Problem>, { readonly ok: false }> =>
  refuse({ code, field: question.variable, message, mend });
