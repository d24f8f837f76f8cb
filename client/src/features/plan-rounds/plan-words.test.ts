import { describe, expect, it } from 'vitest';

import { fieldWords, nextStepWords, valueWords } from './plan-words.js';

const round = {
  kind: 'live',
  state: 'open',
  opensAt: '2027-05-01T00:00:00.000Z',
  closesAt: '2027-05-31T23:59:59.000Z',
  correctionsUntil: '',
  takesAnswers: true,
  steps: [] as { to: string; problems: unknown[] }[],
};

describe('what comes next in a round', () => {
  it.each<[string, Partial<typeof round>, RegExp]>([
    ['a draft with gaps', { state: 'draft', steps: [{ to: 'open', problems: [1, 2] }] }, /2 to settle/],
    ['a draft that is complete', { state: 'draft', steps: [{ to: 'open', problems: [] }] }, /Open it/],
    ['an open round', {}, /Closes by itself on 31 May 2027/],
    ['an open round before its day', { takesAnswers: false }, /from 1 May 2027/],
    ['an open round without a close', { closesAt: '' }, /Set the day/],
    ['an open round after its close', { opensAt: '', takesAnswers: false }, /has passed/],
    ['corrections', { state: 'corrections', correctionsUntil: '2027-06-30T23:59:59.000Z' }, /30 June 2027/],
    ['corrections without an end', { state: 'corrections' }, /End the corrections/],
    ['cleaning', { state: 'cleaning' }, /then release/],
    ['a report', { kind: 'published_facts', state: 'published' }, /Nothing/],
  ])('%s', (_what, values, words) => expect(nextStepWords({ ...round, ...values })).toMatch(words));
});

describe('the words of a plan', () => {
  it.each([
    ['closesAt', '', 'not set'],
    ['closesAt', '2027-05-31T23:59:59.000Z', '31 May 2027 at 23:59 UTC'],
    ['nameFacts', 'true', 'yes'],
    ['perspectives', 'liaison,acute_trust', 'liaison, acute trust'],
  ])('%s %j is %s', (field, value, words) => expect(valueWords(field, value)).toBe(words));

  it('name every field, and leave a name that is none', () => {
    expect(fieldWords('closesAt')).toBe('Closes on');
    expect(fieldWords('to')).toBe('to');
  });
});
