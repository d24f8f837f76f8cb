import { describe, expect, it } from 'vitest';

import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import type { AnsweringView } from './answering-view.js';
import { hospitalNames, toAlsoPage, toBegunPage, toHandOverPage } from './to-link-pages.js';
import { toCheckPage } from './to-respond-page.js';

const HOSPITALS = [
  { odsCode: 'H1', name: 'East Hospital' },
  { odsCode: 'H2', name: 'North Hospital' },
  { odsCode: 'H3', name: 'West Hospital' },
];
const CONTEXT = { base: '/respond/t', hospitals: HOSPITALS };
const view = (changes: Partial<AnsweringView> = {}): AnsweringView => ({
  round: { id: 'r', title: 'Round', kind: 'live', frameId: 'f', closesAt: null, correctionsUntil: null },
  hospital: { odsCode: 'H1', name: 'East Hospital' },
  instrument: INSTRUMENT_V1_1,
  draft: { hospital: { given: 'H1' } },
  draftRevision: 1,
  receipt: null,
  sent: null,
  mayAnswer: true,
  withdrawn: false,
  ...changes,
});

describe('the names under which a hospital can be chosen', () => {
  it('are its own and its aliases, in one alphabet, without an alias that only repeats the name', () => {
    const names = hospitalNames([
      { odsCode: 'H3', name: 'West Hospital', aliases: ['Cottage Hospital', 'west'] },
      { odsCode: 'H1', name: 'East Hospital', aliases: [] },
    ]);
    expect(names).toEqual([
      { odsCode: 'H3', name: 'Cottage Hospital (listed as West Hospital)', isAlias: true },
      { odsCode: 'H1', name: 'East Hospital', isAlias: false },
      { odsCode: 'H3', name: 'West Hospital', isAlias: false },
    ]);
  });
});

describe('the choice of further hospitals', () => {
  it('has boxes for those of the trust and those chosen, the list for the others, and never the own one', () => {
    const draft = { hospital: { given: 'H1' }, 'also-for': { given: ['H3'] } };
    const page = toAlsoPage(view({ draft }), CONTEXT, ['H2']);
    expect(page.nearby).toEqual([
      { odsCode: 'H2', name: 'North Hospital', chosen: false },
      { odsCode: 'H3', name: 'West Hospital', chosen: true },
    ]);
    expect(page.others).toEqual([]);
  });

  it('shows what was just chosen where the page comes back with a problem', () => {
    const problems = [{ code: 'X', field: 'also-for', message: 'm', mend: 'n' }];
    const page = toAlsoPage(view(), CONTEXT, [], { chosen: ['H2'], problems });
    expect(page.nearby.map(({ odsCode, chosen }) => [odsCode, chosen])).toEqual([['H2', true]]);
    expect(page.problems).toEqual(problems);
  });

  it('stands on the check page by name, and a hospital that left the list by its code', () => {
    const draft = { hospital: { given: 'H1' }, 'also-for': { given: ['H2', 'H9'] } };
    const page = toCheckPage(view({ draft }), CONTEXT, { idempotencyKey: 'k' });
    expect(page.speaksFor).toEqual({ further: ['North Hospital', 'H9'], changeHref: '/respond/t/also' });
  });
});

it('a form begun for a hospital that is not listed names it as it was typed', () => {
  const draft = { hospital: { given: 'other:Unreal Infirmary, Nowhere' } };
  const page = toBegunPage(view({ draft }), CONTEXT, 'https://x/respond/t', 'not_wanted');
  expect(page.hospitalName).toBe('Unreal Infirmary, Nowhere (not in the list)');
});

it('a page of an answer that is written down says so', () => {
  expect(toHandOverPage(view({ recording: 'paper' }), CONTEXT, 'key').recording).toBe('paper');
  expect(toHandOverPage(view(), CONTEXT, 'key').recording).toBeUndefined();
});
