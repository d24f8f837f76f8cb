import { describe, expect, it } from 'vitest';

import { carrierOf, carryApplications } from './carry-codes.js';
import { mergeCodes, restoreVersion, splitCode } from './change-codes.js';
import { checkCodebook } from './check-codebook.js';
import { BLANK_CODE, type BookCode, codesInUse, contentOfStarter } from './codebook-content.js';
import { fromQdc, toQdc } from './qdc.js';
import { STARTER_CODEBOOK } from './starter-codebook.js';

const code = (id: string, values: Partial<BookCode> = {}): BookCode => ({
  ...BLANK_CODE,
  id,
  key: id.toUpperCase(),
  name: `Code ${id}`,
  ...values,
});
const BOOK = {
  codes: [code('a'), code('b'), code('c', { parentId: 'a' }), code('h', { applicable: false })],
};
const value = <Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: unknown },
): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const whole = (codeId: string) => ({ codeId, start: 0, end: 0 });

describe('a codebook', () => {
  it('begins with fifteen themes under two headings, which pass their own check', () => {
    let number = 0;
    const content = contentOfStarter(STARTER_CODEBOOK, () => `id-${(number += 1)}`);
    expect(content.codes.map(({ key }) => key).join(' ')).toBe(
      'T T1 T2 T3 T4 T5 T6 T7 S S1 S2 S3 S4 S5 S6 S7 S8',
    );
    expect(checkCodebook(content.codes).ok).toBe(true);
  });

  it.each([
    ['KEY_TWICE', [code('a'), code('b', { key: 'a' })]],
    ['BAD_KEY', [code('a', { key: '1' })]],
    ['NO_NAME', [code('a', { name: ' ' })]],
    ['BAD_COLOUR', [code('a', { colour: 'red' })]],
    ['BAD_PARENT', [code('a', { parentId: 'b' }), code('b', { parentId: 'a' })]],
    ['BAD_PARENT', [code('a', { parentId: 'gone' })]],
    ['CODE_TWICE', [code('a'), code('a')]],
  ])('is refused with %s', (expected, codes) => {
    const result = checkCodebook(codes);
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toContain(expected);
  });
});

describe('merging codes', () => {
  it('lets what was coded with one count as the other, once, and moves up what stood under it', () => {
    const merged = value(mergeCodes(BOOK, 'a', 'b'));
    const carry = carrierOf(merged);
    expect(carryApplications(carry, [whole('a'), whole('b')], 'u', 1)).toEqual([whole('b')]);
    expect(merged.codes.find(({ id }) => id === 'c')?.parentId).toBe('b');
    expect(codesInUse(merged).map(({ id }) => id)).toEqual(['b', 'c', 'h']);
  });

  it('into a code below it makes no circle', () => {
    const merged = value(mergeCodes(BOOK, 'a', 'c'));
    expect(merged.codes.find(({ id }) => id === 'c')?.parentId).toBe('');
    expect(checkCodebook(merged.codes).ok).toBe(true);
  });

  it('goes through several merges, and an unknown code counts nowhere', () => {
    const twice = value(mergeCodes(value(mergeCodes(BOOK, 'a', 'c')), 'c', 'b'));
    expect(carrierOf(twice)('a', 'u', 1)).toBe('b');
    expect(carrierOf(twice)('gone', 'u', 1)).toBeUndefined();
  });

  it('is refused into itself, into a heading, and from a code that is merged already', () => {
    for (const [from, into] of [
      ['a', 'a'],
      ['a', 'h'],
      ['gone', 'a'],
    ] as const)
      expect(mergeCodes(BOOK, from, into).ok).toBe(false);
    expect(mergeCodes(value(mergeCodes(BOOK, 'a', 'b')), 'a', 'c').ok).toBe(false);
  });

  it('is undone by the version before it, with nothing lost', () => {
    const back = restoreVersion(value(mergeCodes(BOOK, 'a', 'b')), BOOK);
    expect(carrierOf(back)('a', 'u', 1)).toBe('a');
  });
});

describe('splitting a code', () => {
  const part = { id: 'n', key: 'N', name: 'New', definition: '', units: ['u1'] };
  const split = value(splitCode(BOOK, 'a', part, 2));

  it('takes the comments along that a person named, and no other', () => {
    const carry = carrierOf(split);
    expect([carry('a', 'u1', 1), carry('a', 'u2', 1)]).toEqual(['n', 'a']);
  });

  it('leaves what was coded with both codes in view as it is', () => {
    expect(carrierOf(split)('a', 'u1', 2)).toBe('a');
  });

  it('is undone with what was coded with the new code counting as the old one again', () => {
    const carry = carrierOf(restoreVersion(split, BOOK));
    expect([carry('n', 'u3', 2), carry('a', 'u1', 1)]).toEqual(['a', 'a']);
  });
});

describe('a codebook for other programs', () => {
  it('comes back with every text, place and colour', () => {
    const content = {
      codes: [
        code('a', { definition: 'One.\nTwo.', include: 'This.', exclude: 'That: B.', example: 'So.' }),
        code('c', { parentId: 'a', colour: '#005eb8', applicable: false }),
      ],
    };
    const ids = ['a', 'c'];
    const read = fromQdc(toQdc(content), () => ids.shift()!);
    expect(read.content).toEqual(content);
    expect(read.report.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
  });

  it('says of each code what could not be taken as it is', () => {
    let number = 0;
    const foreign = {
      guid: '',
      isCodable: true,
      color: 'red',
      description: '',
      codes: [],
      line: 7,
      unread: ['NoteRef'],
    };
    const { content, report } = fromQdc(
      [
        { ...foreign, name: 'Access: how people come in' },
        { ...foreign, name: ' ', codes: [{ ...foreign, name: 'Below' }] },
      ],
      () => `id-${(number += 1)}`,
    );
    expect(content.codes.map(({ key, name, parentId }) => [key, name, parentId])).toEqual([
      ['Access', 'how people come in', ''],
      ['C1', 'Below', ''],
    ]);
    expect(report.map(({ outcome }) => outcome)).toEqual(['changed', 'left_out', 'changed']);
    expect(report[0]).toMatchObject({ line: 7, note: expect.stringMatching(/colour.*NoteRef/) });
  });
});
