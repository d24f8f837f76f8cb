/**
 * One thing that stops a request, in the one shape that GraphQL, REST and the answering pages all send.
 *
 * `code` is stable and in capitals (`OUT_OF_RANGE`), `field` names what the sender can change (a question's
 * variable key, an input's name, an environment variable; '' where no single field is at fault), `message` says
 * what is wrong in plain words, `mend` says what to do about it.
 */
export interface Problem {
  readonly code: string;
  readonly field: string;
  readonly message: string;
  readonly mend: string;
}

/** A refusal in one line. */
export const problem = (code: string, field: string, message: string, mend: string): Problem => ({
  code,
  field,
  message,
  mend,
});
