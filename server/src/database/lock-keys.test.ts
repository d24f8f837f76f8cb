import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { LOCK_KEYS } from './lock-keys.js';

it('keys of advisory locks are each used for one purpose, and stand in one file', () => {
  const keys = Object.values(LOCK_KEYS);
  expect(new Set(keys).size).toBe(keys.length);
  const root = join(import.meta.dirname, '..');
  const elsewhere = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      !/lock-keys(\.test)?\.ts$/.test(file) &&
      /7_?201_?8\d\d/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(elsewhere).toEqual([]);
});
