import { expect, it } from 'vitest';

import { toRefusal } from './to-refusal.js';

it.each(['unknown', 'unverified', 'failed', 'unavailable'])(
  'somebody who was not let in (%s) is told why and what to do',
  (word) => {
    const refusal = toRefusal(word);
    expect(refusal?.message).not.toBe('');
    expect(refusal?.mend).not.toBe('');
  },
);

it.each([null, '', 'nonsense', 'toString', '__proto__'])('an address that says %j says nothing', (word) => {
  expect(toRefusal(word)).toBeUndefined();
});
