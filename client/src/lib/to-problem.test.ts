import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';

import { toProblem } from './to-problem.js';

describe('toProblem', () => {
  it('keeps code, message and mend of a refusal the server explained', () => {
    const refused = new GraphQLError('No such round.', {
      extensions: { code: 'ROUND_UNKNOWN', field: 'id', mend: 'Choose a round from the list.' },
    });
    expect(toProblem({ graphQLErrors: [refused], message: '' })).toEqual({
      code: 'ROUND_UNKNOWN',
      field: 'id',
      message: 'No such round.',
      mend: 'Choose a round from the list.',
    });
  });

  it('says what to do when the server gave no advice', () => {
    expect(toProblem({ graphQLErrors: [new GraphQLError('Broken.')], message: '' })).toMatchObject({
      code: 'UNEXPECTED',
      mend: expect.stringContaining('Try again'),
    });
  });

  it('calls a lost connection a lost connection', () => {
    const lost = { graphQLErrors: [], networkError: new Error('Failed to fetch'), message: '' };
    expect(toProblem(lost).code).toBe('NO_CONNECTION');
  });
});
