import { expect, it } from 'vitest';

import { toLogged } from './to-logged.js';

it('says what kind of error a sign-in had, and nothing of the claims in it', () => {
  const error = Object.assign(new Error('unexpected claim of anna@example.org'), {
    code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
    claims: { email: 'anna@example.org' },
    cause: { claims: { email: 'anna@example.org', name: 'Anna' }, expected: 'x' },
  });
  expect(toLogged(error)).toEqual({ error: 'Error', code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', cause: '' });
  const refused = Object.assign(new TypeError('fetch failed'), { code: 'for anna@example.org' });
  refused.cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(toLogged(refused)).toEqual({ error: 'TypeError', code: '', cause: 'Error ECONNREFUSED' });
  expect(toLogged('anna@example.org')).toEqual({ error: '', code: '', cause: '' });
});
