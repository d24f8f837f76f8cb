import { expect, it } from 'vitest';

import { withAddressTables } from './address-table.js';
import { OPEN_ADDRESSES } from './open-addresses.js';

const MARKS =
  'before\n<!-- made from shared/src/publication/open-addresses.ts by npm run schema -->\nthe table of last year\n<!-- end of what is made -->\nafter\n';

it('makes the tables anew between the marks and leaves the rest', () => {
  const made = withAddressTables(MARKS, OPEN_ADDRESSES);
  expect(made).toMatch(/^before\n/);
  expect(made).toMatch(/\nafter\n$/);
  expect(made).not.toContain('last year');
  for (const { path, example } of OPEN_ADDRESSES) {
    expect(made).toContain(`| \`${path}\``);
    expect(made).toContain(`http://127.0.0.1:3000${example}`);
  }
  expect(withAddressTables(made, OPEN_ADDRESSES)).toBe(made);
});

it('refuses a page that has lost its marks', () =>
  expect(() => withAddressTables('nothing', OPEN_ADDRESSES)).toThrow('marks'));

it('names each address and each operation once', () => {
  for (const names of [
    OPEN_ADDRESSES.map(({ path }) => path),
    OPEN_ADDRESSES.map(({ operation }) => operation),
  ])
    expect(new Set(names).size).toBe(names.length);
});
