import { OURS } from '../../instrument/interchange/fhir-r4.js';
import type { Problem } from '../../kernel/problem.js';

/** FHIR's words for what went wrong; what is not listed is `processing`. */
const ISSUE_TYPES: Readonly<Record<string, string>> = {
  BAD_INPUT: 'invalid',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not-found',
  NOT_RELEASED: 'not-found',
  METHOD_NOT_ALLOWED: 'not-supported',
  TOO_LARGE: 'too-long',
  TOO_MANY_REQUESTS: 'throttled',
  INTERNAL: 'exception',
  STORAGE_UNAVAILABLE: 'transient',
  OUTCOME_UNKNOWN: 'transient',
  BUSY: 'transient',
};

/** A refusal in the shape that every FHIR client reads; code, field, message and mend are all in it. */
export const toOperationOutcome = ({ code, field, message, mend }: Problem) => ({
  resourceType: 'OperationOutcome' as const,
  issue: [
    {
      severity: 'error' as const,
      code: ISSUE_TYPES[code] ?? 'processing',
      details: { coding: [{ system: `${OURS}:problem`, code }], text: message },
      ...(mend === '' && field === '' ? {} : { diagnostics: field === '' ? mend : `${field}: ${mend}` }),
    },
  ],
});
