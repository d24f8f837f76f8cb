/** What the log says of an error: names and codes, such as `OAUTH_JWT_CLAIM_COMPARISON_FAILED`. */
export interface LoggedError {
  readonly error: string;
  readonly code: string;
  /** Name and code of what caused it; '' = nothing that is known. */
  readonly cause: string;
}

/**
 * An error of a sign-in for the log. Its message, its cause and its further fields are left out: the library puts the
 * claims of the token (a name, an address) and the provider's answer in there.
 */
export function toLogged(error: unknown): LoggedError {
  const cause = error instanceof Error ? error.cause : undefined;
  return {
    error: nameOf(error),
    code: codeOf(error),
    cause: [nameOf(cause), codeOf(cause)].filter(Boolean).join(' '),
  };
}

const nameOf = (value: unknown): string => (value instanceof Error ? value.name : '');

/** Codes are words in capitals; anything else in their place is somebody else's text. */
function codeOf(value: unknown): string {
  const code = value instanceof Error && 'code' in value ? value.code : '';
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : '';
}
