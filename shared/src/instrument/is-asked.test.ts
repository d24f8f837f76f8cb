import { describe, expect, it } from 'vitest';

import type { AnswerValue, Answers } from './answer-value.js';
import type { Instrument, Question, Relevance } from './instrument.js';
import { askedQuestions, isAsked, variablesIn } from './is-asked.js';
import { getInstrument } from './registry.js';

const question = (variable: string, relevance?: Relevance): Question => ({
  variable,
  type: 'choice',
  text: { en: variable },
  options: [
    { code: 'yes', label: { en: 'Yes' }, kind: 'substantive' },
    { code: 'no', label: { en: 'No' }, kind: 'substantive' },
    { code: 'dk', label: { en: "I don't know" }, kind: 'dont_know' },
  ],
  required: 'no',
  ...(relevance ? { relevance } : {}),
  privacy: 'none',
  publication: 'open',
  source: 'test',
});

const YES: AnswerValue = { given: 'yes' };
const NO: AnswerValue = { given: 'no' };
const followUp = question('follow_up', { variable: 'in_reach', isOneOf: ['yes'] });

describe('isAsked', () => {
  it.each<[string, Answers, boolean]>([
    ['yes', { in_reach: YES }, true],
    ['no', { in_reach: NO }, false],
    ["I don't know", { in_reach: { missing: 'dont_know' } }, false],
    ['nothing: skipped', { in_reach: { missing: 'skipped' } }, false],
    ['nothing: not asked', { in_reach: { missing: 'not_asked' } }, false],
    ['nothing yet', {}, false],
  ])('after %s', (_answer, answers, expected) => {
    expect(isAsked(followUp, answers)).toBe(expected);
  });

  it('asks a question without a condition always', () => {
    expect(isAsked(question('comments'), {})).toBe(true);
  });

  it('lets a condition name an absence', () => {
    const onDoubt = question('planned', { variable: 'in_reach', isOneOf: ['no', 'dont_know'] });
    expect(isAsked(onDoubt, { in_reach: { missing: 'dont_know' } })).toBe(true);
    expect(isAsked(onDoubt, { in_reach: { missing: 'skipped' } })).toBe(false);
  });

  it('takes one matching code among several', () => {
    const other = question('which', { variable: 'conditions', isOneOf: ['other'] });
    expect(isAsked(other, { conditions: { given: ['copd', 'other'] } })).toBe(true);
    expect(isAsked(other, { conditions: { given: ['copd'] } })).toBe(false);
  });

  it('combines conditions with any and all', () => {
    const parts: Relevance[] = [
      { variable: 'a', isOneOf: ['yes'] },
      { variable: 'b', isOneOf: ['yes'] },
    ];
    expect(isAsked(question('x', { anyOf: parts }), { a: NO, b: YES })).toBe(true);
    expect(isAsked(question('x', { allOf: parts }), { a: NO, b: YES })).toBe(false);
    expect(isAsked(question('x', { allOf: [...parts, { anyOf: parts }] }), { a: YES, b: YES })).toBe(true);
    expect(variablesIn({ allOf: [...parts, { anyOf: parts }] })).toEqual(['a', 'b', 'a', 'b']);
  });

  it('does not take a built-in property for an answer', () => {
    expect(isAsked(question('x', { variable: 'constructor', isOneOf: ['yes'] }), {})).toBe(false);
  });
});

describe('askedQuestions', () => {
  const chain: Instrument = {
    key: 'chain',
    version: '1',
    title: { en: 'Chain' },
    status: 'draft',
    changeNote: '',
    information: [],
    pages: [
      {
        id: 'only',
        title: { en: 'Only' },
        optional: false,
        questions: [
          question('first'),
          question('second', { variable: 'first', isOneOf: ['yes'] }),
          question('third', { variable: 'second', isOneOf: ['yes'] }),
        ],
      },
    ],
  };
  const asked = (answers: Answers) => askedQuestions(chain, answers).map(({ variable }) => variable);

  it('follows a chain of conditions', () => {
    expect(asked({ first: YES, second: YES })).toEqual(['first', 'second', 'third']);
  });

  it('does not count the kept answer of a question that is hidden by now', () => {
    expect(asked({ first: NO, second: YES })).toEqual(['first']);
  });

  it.each<[string, Answers, boolean]>([
    ['in-reach for MUS only', { iapt_inreach_mus: YES, iapt_inreach_ltc: NO }, true],
    ['in-reach for LTC only', { iapt_inreach_mus: NO, iapt_inreach_ltc: YES }, true],
    ['no in-reach', { iapt_inreach_mus: NO, iapt_inreach_ltc: { missing: 'dont_know' } }, false],
  ])('version 1.1 with %s', (_case, answers, expected) => {
    const variables = askedQuestions(getInstrument('1.1'), answers).map(({ variable }) => variable);
    for (const variable of ['integration', 'positives', 'improve', 'consent_score']) {
      expect(variables.includes(variable)).toBe(expected);
    }
    expect(variables).toContain('comments');
  });
});
