import type { Problem } from '../kernel/problem.js';

/** A refusal in one line. */
export const problem = (code: string, field: string, message: string, mend: string): Problem => ({
  code,
  field,
  message,
  mend,
});
