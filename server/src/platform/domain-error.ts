import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** Codes that are the same for every operation, with the HTTP status that REST gives them. */
export const STATUS_OF = {
  BAD_INPUT: 400,
  UNKNOWN_OPERATION: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  NOT_RELEASED: 404,
  RELEASE_WITHDRAWN: 410,
  CONFLICT: 409,
  UNUSABLE_LINK: 404,
  ROUND_CLOSED: 409,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  STORED_FILE_DAMAGED: 502,
  BUSY: 503,
  STORAGE_UNAVAILABLE: 503,
  OUTCOME_UNKNOWN: 503,
} as const;
export type ErrorCode = keyof typeof STATUS_OF;

/**
 * A refusal that stops an operation. It carries the same four parts as a `Problem`, so that REST and GraphQL send
 * one shape; it is logged at info, not as a failure of the product.
 */
export class DomainError extends Error implements Problem {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field = '',
    readonly mend = '',
  ) {
    super(message);
    this.name = 'DomainError';
  }

  get status(): number {
    return STATUS_OF[this.code];
  }
}
