import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Names that others compare from one version to the next; later work adds to them and never takes one away. */
const PROMISED: readonly (readonly [name: string, unit: string])[] = [
  ['submit-1', 'per second'],
  ['submit-8', 'per second'],
  ['submit-32', 'per second'],
  ['autosave-32', 'per second'],
  ['submit-graphql-32', 'per second'],
  ['submit-100k', 'per second'],
  ['public-summary', 'per second'],
  ['public-geojson', 'per second'],
  ['map-feed', 'per second'],
  ['mail-10k', 's'],
  ['stats-100k', 'ms'],
  ['stats-filtered-100k', 'ms'],
  ['export-100k', 'MB/s'],
  ['export-memory', 'MiB'],
  ['release-100k', 'ms'],
  ['cold-start', 'ms'],
  ['idle-memory', 'MiB'],
  ['bytes-respond', 'bytes'],
  ['requests-respond', 'requests'],
  ['bytes-map', 'bytes'],
  ['bytes-home', 'bytes'],
  ['filter-to-paint', 'ms'],
  ['filter-to-paint-10k', 'ms'],
  ['tracker-10k', 'ms'],
  ['profile-query', 'ms'],
  ['agreement-10k', 'ms'],
  ['queue-page-100k', 'ms'],
  ['decision-100k', 'ms'],
  ['ledger-100k', 'ms'],
  ['load-mixed', 'ms'],
  ['load-memory', 'MiB a minute'],
  ['load-two-instances', 'ms'],
  ['load-two-memory', 'MiB a minute'],
  ['chain-units', 'per second'],
];

describe('npm run bench', () => {
  const printed = execFileSync(
    process.execPath,
    [join(root, 'test/performance/run.mjs'), '--list', '--json'],
    {
      encoding: 'utf8',
    },
  );
  const listed = JSON.parse(printed) as Record<string, { readonly unit: string; readonly reference: string }>;

  it.each(PROMISED)('measures %s in %s', (name, unit) => {
    expect(listed[name]).toMatchObject({ unit });
  });

  it('names what stands beside every figure', () => {
    expect(Object.values(listed).filter(({ reference }) => reference === '')).toEqual([]);
  });

  it('has each of its parts measure what the list names, and nothing twice', () => {
    const parts = execFileSync(
      process.execPath,
      [join(root, 'test/performance/run.mjs'), '--list', '--parts'],
      {
        encoding: 'utf8',
      },
    );
    expect((JSON.parse(parts) as string[]).sort()).toEqual(Object.keys(listed).sort());
  });
});
