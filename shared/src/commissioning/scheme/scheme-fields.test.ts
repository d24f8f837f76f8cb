import { describe, expect, it } from 'vitest';

import { applyChanges, changesTo, compareSchemes, readChanges } from './change-scheme.js';
import { SCHEME_FIELDS } from './scheme-fields.js';
import { readSchemeFile, schemeRows, valueWords } from './scheme-file.js';

describe('a scheme', () => {
  it('has one place for each thing, and no two under one key', () => {
    const keys = SCHEME_FIELDS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of ['r12', 'i8.owner', 's11.review', 's.W6', 'need.p', 'strategy8', 'benefit.use.gains'])
      expect(keys).toContain(key);
  });

  it('takes what fits, and says place by place what does not', () => {
    const read = readChanges([
      { key: 'r1', before: '', value: 'y' },
      { key: 'r1.review', before: '', value: '1 April' },
      { key: 's.W6', before: '', value: 'many' },
      { key: 'nothing', before: '', value: 'x' },
    ]);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problems.map(({ field }) => field)).toEqual(['r1.review', 's.W6', 'nothing']);
  });

  it('puts changes of two people together where they wrote in different places', () => {
    const stored = { r1: 'y', notes: 'theirs' };
    expect(applyChanges(stored, [{ key: 'r2', before: '', value: 'p' }])).toEqual({
      ok: true,
      value: { notes: 'theirs', r1: 'y', r2: 'p' },
    });
  });

  it('stores neither where both wrote different things in one place, and gives both back', () => {
    const clash = applyChanges({ notes: 'theirs' }, [{ key: 'notes', before: 'old', value: 'mine' }]);
    expect(clash).toEqual({
      ok: false,
      problems: [{ key: 'notes', label: 'Notes', mine: 'mine', theirs: 'theirs' }],
    });
    expect(applyChanges({ notes: 'same' }, [{ key: 'notes', before: 'old', value: 'same' }]).ok).toBe(true);
  });

  it('can be taken back: changes to an earlier state lead there', () => {
    const [now, before] = [
      { r1: 'y', notes: 'b' },
      { r1: 'p', title: 'a' },
    ];
    expect(applyChanges(now, changesTo(now, before))).toEqual({ ok: true, value: before });
    expect(compareSchemes(now, now)).toEqual([]);
  });

  it('comes back out of its file as it went in, and refuses any other file', () => {
    const fields = { r1: 'y', notes: 'Two\nlines' };
    const file = JSON.stringify({ schema: 'liaison-atlas/scheme/1', area: 'QOP', version: 3, fields });
    expect(readSchemeFile(file)).toEqual({ ok: true, value: { area: 'QOP', fields } });
    for (const wrong of [
      '',
      '[]',
      '{"schema":"other"}',
      file.replace('"y"', '7'),
      file.replace('"y"', '"z"'),
    ])
      expect(readSchemeFile(wrong).ok).toBe(false);
  });

  it('says of what nobody entered that it is not known', () => {
    expect(valueWords('r1', undefined)).toBe('Not known');
    expect(schemeRows({ r1: 'n' }).filter(([, , , , value]) => value === 'Not yet')).toHaveLength(1);
    expect(
      schemeRows({})
        .slice(1)
        .every(([, , , , value]) => value === 'Not known'),
    ).toBe(true);
  });
});
