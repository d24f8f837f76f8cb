import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { withSecretAddress } from './pg-tools.js';

it.each([
  ['before the host', 'postgresql://atlas:s%3Acret@db.example/atlas'],
  ['behind the question mark', 'postgresql://atlas@db.example/atlas?password=s%3Acret'],
  ['in both places', 'postgresql://atlas:other@db.example/atlas?password=s%3Acret&sslmode=require'],
])('a password %s is in no list of processes', async (_where, url) => {
  const passed = await withSecretAddress(url, (address) => {
    const file = new URL(address).searchParams.get('passfile') ?? '';
    return Promise.resolve({ address, kept: readFileSync(file, 'utf8') });
  });
  expect(passed.address).toMatch(/^postgresql:\/\/atlas@db\.example\/atlas\?/);
  expect(passed.address).not.toMatch(/cret|other/);
  expect(passed.kept).toBe('*:*:*:*:s\\:cret\n');
});

it('an address without a password is left as it is', async () => {
  const url = 'postgresql:///atlas?host=/var/run/postgresql';
  expect(await withSecretAddress(url, (address) => Promise.resolve(address))).toBe(url);
});
