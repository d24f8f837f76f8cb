import { describe, expect, it } from 'vitest';

import {
  auditInWords,
  backupInWords,
  bytesInWords,
  concerns,
  releaseStoreInWords,
  replicaInWords,
} from './in-words.js';

describe('the state of the product in words', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1500, '1.5 kB'],
    [12_345_678, '12.3 MB'],
    [3e12, '3 TB'],
    [5e15, '5,000 TB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words);
  });

  it('says whether the audit trail is whole', () => {
    expect(auditInWords({ events: 4211, breaks: 0 })).toMatch(/^Whole: 4,211 events/);
    expect(auditInWords({ events: 4211, breaks: 2 })).toMatch(/^Broken in 2 places.*verify-audit/);
  });

  it('says what is known of the last backup', () => {
    expect(backupInWords(null, false)).toMatch(/none that the product knows of.*BACKUP_DIR/);
    const one = { state: 'done', name: '2026-11-22', bytes: 1_500_000, reason: '' };
    expect(backupInWords(one, true)).toBe('2026-11-22, 1.5 MB.');
    expect(backupInWords({ ...one, state: 'failed', reason: 'disk full' }, true)).toBe(
      'The last one failed: disk full',
    );
  });

  it('says how the read replica stands', () => {
    expect(replicaInWords(null)).toBe('None is set.');
    expect(replicaInWords({ state: 'gone', behindBytes: null })).toBe('It cannot be reached.');
    expect(replicaInWords({ state: 'reading', behindBytes: 0 })).toBe('It is read from, 0 bytes behind.');
    expect(replicaInWords({ state: 'behind', behindBytes: 2e6 })).toMatch(/^Too far behind .* 2 MB behind/);
  });

  const store = {
    place: 'https://s3.example/atlas/',
    state: 'answering',
    stored: 1400,
    bytes: 1_500_000,
    waiting: 0,
    refused: 0,
  };

  it('says where the files of releases lie', () => {
    expect(releaseStoreInWords(null)).toMatch(/made from the database/);
    expect(releaseStoreInWords(store)).toBe(
      '1,400 files of releases, 1.5 MB, lie in https://s3.example/atlas/.',
    );
    expect(releaseStoreInWords({ ...store, state: 'away', waiting: 2, refused: 1 })).toMatch(
      /did not answer.*wait to be put there: 2\..*not given out.*: 1\./,
    );
  });

  const calm = {
    diskFree: 50e9,
    diskSize: 100e9,
    sendsMail: true,
    oldestDueMail: null,
    mail: [{ state: 'sent', count: 9 }],
    auditCheck: { breaks: 0 },
    mode: 'production',
    backsUp: true,
    backup: { state: 'done', at: '2026-11-22T02:30:00.000Z', reason: '' },
    releaseStore: null,
    readAt: '2026-11-22T12:00:00.000Z',
    looseFiles: [],
    replica: null,
  };

  it('finds nothing to worry about where there is nothing', () => {
    expect(concerns(calm)).toEqual([]);
    expect(concerns({ ...calm, auditCheck: null, oldestDueMail: '2026-11-22T11:55:00.000Z' })).toEqual([]);
  });

  it('names what an administrator should look at', () => {
    expect(
      concerns({
        ...calm,
        diskFree: 1e9,
        looseFiles: ['/data/liaison-atlas.sqlite'],
        replica: { state: 'gone' },
        oldestDueMail: '2026-11-22T11:00:00.000Z',
        mail: [{ state: 'in_doubt', count: 3 }],
        auditCheck: { breaks: 1 },
        releaseStore: { state: 'away', refused: 2 },
      }),
    ).toEqual([
      'The audit trail is broken.',
      'Little room is left on the disk: 1 GB.',
      'Other accounts of the machine can read files of the product: /data/liaison-atlas.sqlite. Take the rights of group and others from them.',
      'The read replica cannot be reached; everything is read from the primary.',
      'Mail has been due for more than a quarter of an hour.',
      'The store of release files does not answer.',
      'Files in the store of releases are damaged or missing; docs/operations.md says what to do.',
      'Mails in doubt: 3. Somebody has to decide about them.',
    ]);
    expect(concerns({ ...calm, backup: null })).toEqual([
      'There is no backup of the last two days that the product knows of.',
    ]);
    expect(concerns({ ...calm, mode: 'demo', backup: null })).toEqual([]);
    expect(concerns({ ...calm, backup: { ...calm.backup, state: 'failed', reason: 'disk full' } })).toEqual([
      'The last backup failed.',
    ]);
    expect(concerns({ ...calm, sendsMail: false, oldestDueMail: '2026-11-22T01:00:00.000Z' })).toEqual([]);
  });
});
