import { describe, expect, it } from 'vitest';

import { maskAddress, maskInJson, mentionsAddress, mentionsInJson } from './mask-address.js';
import {
  countRecords,
  personalHtml,
  personalJson,
  personalTable,
  type PersonalFile,
} from './personal-file.js';
import { RECORD_KINDS, RECORD_WORDS } from './record-kinds.js';
import { keptInWords, RETENTION, RETENTION_KEYS, STANDARD_RETENTION } from './retention.js';

const FILE: PersonalFile = {
  email: 'ann@example.org',
  madeAt: '2026-07-01T00:00:00.000Z',
  sections: [
    {
      kind: 'contact',
      columns: ['name', 'job'],
      rows: [['Ann <b>Example</b>', '=1+1']],
      dates: ['2026-02-01T00:00:00.000Z'],
    },
    {
      kind: 'mails',
      columns: ['subject'],
      rows: [['One'], ['Two'], ['Three']],
      dates: ['2026-03-01T00:00:00.000Z', '', '2026-01-01T00:00:00.000Z'],
    },
    { kind: 'sessions', columns: ['since'], rows: [], dates: [] },
  ],
};

describe('the address of a person in a text', () => {
  it.each([
    ['write to ann@example.org.', 'write to [erased].'],
    ['<Ann@Example.ORG>', '<[erased]>'],
    ['ann@example.org, ann@example.org', '[erased], [erased]'],
    ['joann@example.org', 'joann@example.org'],
    ['jo.ann@example.org', 'jo.ann@example.org'],
    ['ann@example.org.uk', 'ann@example.org.uk'],
    ['ann@example.organic', 'ann@example.organic'],
    ['annQexampleRorg', 'annQexampleRorg'],
  ])('in %j', (text, masked) => {
    expect(maskAddress(text, 'ann@example.org')).toBe(masked);
    expect(mentionsAddress(text, 'ann@example.org')).toBe(text !== masked);
  });

  it('is found in what JSON holds, also behind a new line', () => {
    const value = { a: ['x\nann@example.org'], b: 1, c: null };
    expect(mentionsInJson(value, 'ann@example.org')).toBe(true);
    expect(mentionsInJson({ b: 1, c: null }, 'ann@example.org')).toBe(false);
    expect(maskInJson(value, 'ann@example.org')).toEqual({ a: ['x\n[erased]'], b: 1, c: null });
  });

  it('can be one with signs that mean something in a pattern', () => {
    expect(maskAddress('a+b@example.org and aab@example.org', 'a+b@example.org')).toBe(
      '[erased] and aab@example.org',
    );
  });
});

describe('the file of a person', () => {
  it('counts what there is, from the first day to the last', () => {
    expect(countRecords(FILE.sections)).toEqual([
      { kind: 'contact', count: 1, first: '2026-02-01T00:00:00.000Z', last: '2026-02-01T00:00:00.000Z' },
      { kind: 'mails', count: 3, first: '2026-01-01T00:00:00.000Z', last: '2026-03-01T00:00:00.000Z' },
    ]);
  });

  it('gives programs each value by its name, with why and for how long it is kept', () => {
    const { records } = personalJson(FILE, { ...STANDARD_RETENTION, contacts: 5 });
    expect(records.map(({ kind }) => kind)).toEqual(['contact', 'mails']);
    expect(records[0]).toMatchObject({
      rows: [{ name: 'Ann <b>Example</b>', job: '=1+1' }],
      kept: expect.stringMatching(/5 months after the final release/),
      purpose: expect.stringMatching(/invite/),
    });
  });

  it('is a table with a row for each value', () => {
    expect(personalTable(FILE).rows).toHaveLength(5);
    expect(personalTable(FILE).rows[0]).toEqual(['Contact for invitations', 1, 'name', 'Ann <b>Example</b>']);
  });

  it('is a page in which what people wrote stays text, and which says so when nothing is kept', () => {
    const html = personalHtml(FILE, STANDARD_RETENTION);
    expect(html).toContain('Ann &#60;b&#62;Example');
    expect(html).not.toMatch(/<b>|<script/);
    expect(personalHtml({ ...FILE, sections: [] }, STANDARD_RETENTION)).toContain('Nothing is kept');
  });

  it('has words for every kind of record, and a period that exists', () => {
    expect(Object.keys(RECORD_WORDS)).toEqual([...RECORD_KINDS]);
    for (const { heading, why, purpose, source, seenBy, kept } of Object.values(RECORD_WORDS))
      for (const words of [heading, why, purpose, source, seenBy, kept]) expect(words).not.toBe('');
  });
});

describe('how long something is kept', () => {
  it('is said of every period, from the settings', () => {
    expect(RETENTION.map(({ key }) => key)).toEqual([...RETENTION_KEYS]);
    expect(keptInWords('sessions', { ...STANDARD_RETENTION, sessions: 1 })).toBe(
      'When people with an account signed in, under a pseudonym: erased 1 day after the session has ended.',
    );
    expect(new Set(RETENTION.map(({ setting }) => setting)).size).toBe(RETENTION.length);
  });
});
