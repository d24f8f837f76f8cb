import { describe, expect, it } from 'vitest';

import type { FormDecision } from '../cleaning/analysis-dataset.js';
import { codingResult, mayBeCompared } from './coding-result.js';
import { codingsTable } from './codings-table.js';
import { commentUnits, shareOf } from './comment-units.js';
import { checkQuotedPart, maskedText, quotationState } from './quotation.js';
import { tallyCodes } from './tally-codes.js';
import type { UnitCoding } from './unit-coding.js';

const decision = (responseId: string, outcome: FormDecision['outcome'], odsCode = 'ZZZ01'): FormDecision => ({
  responseId,
  outcome,
  rule: '',
  reason: '',
  odsCode,
  note: '',
});

describe('the comments of a round', () => {
  /** A text of null waits for a person. */
  const unitsOf = (forms: readonly [string, FormDecision['outcome'], string | null][]) =>
    commentUnits({
      decisions: forms.map(([id, outcome]) => decision(id, outcome)),
      comments: (responseId) =>
        forms.flatMap(([id, , text]) => (id === responseId ? [{ variable: 'comments', text }] : [])),
      hashOf: (text) => text,
    });

  it('are those of forms that count, and of no other', () => {
    const { units } = unitsOf([
      ['a', 'accepted', 'one'],
      ['b', 'merged', 'two'],
      ['c', 'excluded', 'three'],
      ['d', 'withdrawn', 'four'],
      ['e', 'pending', 'five'],
      ['f', 'partial', 'six'],
    ]);
    expect(units.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('are there once where one hospital said the same twice', () => {
    const { units } = unitsOf([
      ['a', 'accepted', 'same'],
      ['b', 'merged', 'same'],
    ]);
    expect(units.map(({ id }) => id)).toEqual(['a:comments']);
  });

  it('wait for a person when they look identifying', () => {
    expect(unitsOf([['a', 'accepted', null]])).toEqual({ units: [], heldBack: 1 });
  });

  it('lie in one share each, whatever comes later', () => {
    const ids = Array.from({ length: 400 }, (_, at) => `response-${at}`);
    const shares = ids.map((id) => shareOf(id, 2));
    expect(new Set(shares)).toEqual(new Set([1, 2]));
    expect(shares.filter((share) => share === 1).length).toBeGreaterThan(150);
    expect(ids.map((id) => shareOf(id, 1)).every((share) => share === 1)).toBe(true);
  });
});

describe('what stands for a comment', () => {
  const said = (
    coderId: string,
    codes: readonly string[],
    state: UnitCoding['state'] = 'final',
  ): UnitCoding => ({
    unitId: 'u',
    coderId,
    state,
    codes: codes.map((codeId) => ({ codeId, start: 0, end: 0 })),
    suggested: [],
  });

  it('is what two coders agree on, in any order, or what a person decided', () => {
    expect(codingResult([said('a', ['x', 'y']), said('b', ['y', 'x'])], null)).toMatchObject({
      state: 'agreed',
    });
    expect(codingResult([said('a', ['x']), said('b', [])], null)).toEqual({
      state: 'disagreed',
      codeIds: [],
    });
    expect(codingResult([said('a', ['x']), said('b', [])], ['z'])).toEqual({
      state: 'adjudicated',
      codeIds: ['z'],
    });
    expect(codingResult([said('a', ['x']), said('b', ['x'], 'open')], null).state).toBe('waiting');
  });

  it('is laid side by side only when everybody who has the comment has finished it', () => {
    const both = [said('a', []), said('b', [])];
    expect(mayBeCompared(both, ['a', 'b'])).toBe(true);
    expect(mayBeCompared(both, ['a', 'b', 'c'])).toBe(false);
    expect(mayBeCompared([said('a', []), said('b', [], 'open')], ['a', 'b'])).toBe(false);
    expect(mayBeCompared([said('a', []), said('b', [], 'left')], ['a'])).toBe(false);
  });
});

describe('counts of codes', () => {
  const groups = [
    { id: 'small', hospitals: 3 },
    { id: 'large', hospitals: 40 },
    { id: 'other', hospitals: 20 },
  ];
  const comments = (counts: Record<string, number>) =>
    Object.entries(counts).flatMap(([odsCode, count]) =>
      Array.from({ length: count }, () => ({ odsCode, codeIds: ['x'] })),
    );
  const cells = (counts: Record<string, number>) =>
    tallyCodes(['x'], comments(counts), groups, (odsCode) => odsCode)[0];

  it('hide 1 and 2 in a small group, and one more, or the total would give it away', () => {
    expect(cells({ small: 2, large: 9, other: 4 })).toEqual({
      codeId: 'x',
      total: 15,
      cells: [
        { group: 'small', comments: 'hidden' },
        { group: 'large', comments: 9 },
        { group: 'other', comments: 'hidden' },
      ],
    });
  });

  it('show 1 and 2 in a large group, and 0 and 3 in a small one', () => {
    expect(cells({ large: 1, other: 4 })?.cells.map((cell) => cell.comments)).toEqual([0, 1, 4]);
    expect(cells({ small: 3, large: 1 })?.cells.map((cell) => cell.comments)).toEqual([3, 1, 0]);
  });
});

describe('a quotation', () => {
  const TEXT = 'We at Eastham do it with Dr Example.';
  const masks = [
    { start: 25, end: 35, label: 'name' },
    { start: 6, end: 13, label: 'town' },
  ];

  it('shows kinds of words in the place of the words that were masked', () => {
    const part = checkQuotedPart({ start: 0, end: TEXT.length, masks }, TEXT);
    expect(part.ok && maskedText(TEXT, part.value)).toBe('We at [town] do it with [name].');
  });

  it.each([
    ['BAD_SPAN', { start: 0, end: 99, masks: [] }],
    ['BAD_MASK', { start: 0, end: 10, masks }],
    ['MASKS_OVERLAP', { start: 0, end: 36, masks: [...masks, { start: 7, end: 9, label: 'name' }] }],
    ['BAD_LABEL', { start: 0, end: 36, masks: [{ start: 6, end: 13, label: 'Eastham]' }] }],
  ])('is refused with %s', (code, part) => {
    const result = checkQuotedPart(part, TEXT);
    expect(result.ok ? '' : result.problems[0]?.code).toBe(code);
  });

  it('may leave only with consent, a comment that counts, and a confirmation of these very words', () => {
    const good = { consent: true, confirmedHash: 'h', textHash: 'h' };
    expect(quotationState(good)).toBe('may_leave');
    expect(quotationState({ ...good, consent: false })).toBe('no_consent');
    expect(quotationState({ ...good, confirmedHash: '' })).toBe('not_confirmed');
    expect(quotationState({ ...good, textHash: 'other' })).toBe('text_changed');
    expect(quotationState({ ...good, textHash: '' })).toBe('gone');
  });
});

describe('the table of codings', () => {
  it('has a row a code, one for a comment without, and no words but those that may leave', () => {
    const said = { variable: 'comments', state: 'final', suggested: ['taken', 'refused'], isDecision: false };
    const on = (codeId: string) => ({ codeId, start: 0, end: 0 });
    const codings = [
      { ...said, unitId: 'u', by: 'coder 1', codes: [] },
      { ...said, unitId: 'u', by: 'coder 2', codes: [on('own'), on('taken')] },
      {
        ...said,
        unitId: 'v',
        by: 'decision',
        isDecision: true,
        codes: [{ codeId: 'gone', start: 2, end: 5 }],
      },
    ];
    const { rows } = codingsTable(codings, [], (unitId) => (unitId === 'v' ? 'quoted' : ''));
    expect(rows).toEqual([
      ['u', 'comments', 'coder 1', 'final', '', '', '', '', '', ''],
      ['u', 'comments', 'coder 2', 'final', '', '', '', '', '', 'coder'],
      ['u', 'comments', 'coder 2', 'final', '', '', '', '', '', 'suggested'],
      ['v', 'comments', 'decision', 'final', '', '', 2, 5, 'quoted', 'decision'],
    ]);
  });
});
