import { expect, it } from 'vitest';

import type { Answers } from '../instrument/answer-value.js';
import { alsoForOf, MOST_FURTHER_HOSPITALS, parseAlsoFor, withAlsoFor } from './also-for.js';

const OWN: Answers = { hospital: { given: 'A' }, role: { given: 'nurse' } };

it('puts further hospitals among the answers, each once, sorted and without the own one', () => {
  const answers = withAlsoFor(OWN, ['C', 'B', 'C', 'A']);
  expect(alsoForOf(answers)).toEqual(['B', 'C']);
  expect(answers['role']).toEqual(OWN['role']);
});

it('leaves no trace when there are none', () => {
  expect(withAlsoFor(withAlsoFor(OWN, ['B']), [])).toEqual(OWN);
  expect(alsoForOf(OWN)).toEqual([]);
});

it.each<[string, Answers]>([
  ['an absence', { 'also-for': { missing: 'skipped' } }],
  ['a single text', { 'also-for': { given: 'B' } }],
])('reads %s as no further hospital', (_what, answers) => expect(alsoForOf(answers)).toEqual([]));

it('takes listed hospitals and leaves empty fields out', () => {
  expect(parseAlsoFor(['', 'B', 'B'], () => true)).toEqual({ ok: true, value: ['B'] });
});

it('refuses a hospital that the frame does not list, and a whole region', () => {
  expect(parseAlsoFor(['B', 'Z'], (code) => code === 'B')).toMatchObject({
    problems: [{ code: 'UNKNOWN_HOSPITAL' }],
  });
  const many = Array.from({ length: MOST_FURTHER_HOSPITALS + 1 }, (_, at) => `H${at}`);
  expect(parseAlsoFor(many, () => true)).toMatchObject({ problems: [{ code: 'TOO_MANY' }] });
});
