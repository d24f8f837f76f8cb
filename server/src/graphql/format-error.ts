import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';

import { INTERNAL_PROBLEM, knownProblem } from '../platform/error.filter.js';

const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Puts `{code, field, mend}` beside the message of every GraphQL error, the same parts as in REST. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const known = knownProblem(original);
  if (known !== undefined) {
    const { code, field, mend, message } = known.problem;
    return { message, path: formatted.path, extensions: { code, field, mend } };
  }
  const code = typeof formatted.extensions?.['code'] === 'string' ? formatted.extensions['code'] : '';
  if (CLIENT_CODES.has(code))
    return {
      message: formatted.message,
      locations: formatted.locations,
      path: formatted.path,
      extensions: { code: 'BAD_INPUT', field: '', mend: mendOf(formatted) },
    };
  return {
    message: INTERNAL_PROBLEM.message,
    path: formatted.path,
    extensions: { code: 'INTERNAL', field: '', mend: INTERNAL_PROBLEM.mend },
  };
}

/** Rules of our own say what to do about it; the others are about a request that does not fit the schema. */
const mendOf = ({ extensions }: GraphQLFormattedError): string =>
  typeof extensions?.['mend'] === 'string'
    ? extensions['mend']
    : 'Compare the request with the published schema.';
