import { describe, expect, it } from 'vitest';

import { checkInstrument } from './check-instrument.js';
import type { Instrument, Question } from './instrument.js';
import { questionsOf } from './instrument.js';
import { allInstruments, getInstrument } from './registry.js';

const v1_1 = getInstrument('1.1');

/** Version 1.1 with one question changed. */
const withQuestion = (variable: string, change: Partial<Question>): Instrument => ({
  ...v1_1,
  pages: v1_1.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) =>
      question.variable === variable ? { ...question, ...change } : question,
    ),
  })),
});
const codesOf = (instrument: Instrument) =>
  checkInstrument(instrument).map(({ code, field }) => `${code} ${field}`);
const options = questionsOf(v1_1).find(({ variable }) => variable === 'planned_start')?.options ?? [];
const scale = questionsOf(v1_1).find(({ variable }) => variable === 'integration')?.scale;

describe('checkInstrument', () => {
  it.each(allInstruments.map((instrument) => [instrument.version, instrument] as const))(
    'finds nothing wrong with version %s',
    (_version, instrument) => {
      expect(checkInstrument(instrument)).toEqual([]);
    },
  );

  it.each<[string, string, Partial<Question>, string]>([
    ['a key with a capital', 'role', { variable: 'Role' }, 'BAD_VARIABLE_KEY Role'],
    [
      'a key longer than SPSS takes',
      'role',
      { variable: 'r'.repeat(65) },
      `BAD_VARIABLE_KEY ${'r'.repeat(65)}`,
    ],
    ['a question without text', 'role', { text: { en: ' ' } }, 'EMPTY_TEXT role'],
    ['a question from nowhere', 'role', { source: '' }, 'NO_SOURCE role'],
    [
      'a personal answer to be published',
      'role',
      { publication: 'aggregate' },
      'PERSONAL_BUT_PUBLISHED role',
    ],
    ['a choice of one', 'planned_start', { options: options.slice(0, 1) }, 'TOO_FEW_OPTIONS planned_start'],
    ['a choice of absences', 'planned_start', { options: options.slice(2) }, 'TOO_FEW_OPTIONS planned_start'],
    [
      'an option twice',
      'planned_start',
      { options: [...options, options[0]!] },
      'DUPLICATE_OPTION planned_start',
    ],
    [
      'two ways not to know',
      'planned_start',
      { options: [...options, { ...options[2]!, code: 'unsure' }] },
      'BAD_OPTIONS planned_start',
    ],
    [
      'an option without label',
      'planned_start',
      { options: [...options, { code: 'x', label: { en: '' }, kind: 'substantive' }] },
      'BAD_OPTIONS planned_start',
    ],
    ['yes and no beside a number', 'integration', { options }, 'BAD_OPTIONS integration'],
    ['buttons beside a text', 'comments', { options: options.slice(2) }, 'BAD_OPTIONS comments'],
    ['a scale without ends', 'integration', { scale: undefined }, 'BAD_SCALE integration'],
    ['a scale upside down', 'integration', { scale: { ...scale!, min: 101 } }, 'BAD_SCALE integration'],
    ['a step that misses the end', 'integration', { scale: { ...scale!, step: 7 } }, 'BAD_SCALE integration'],
    [
      'an end without words',
      'integration',
      { scale: { ...scale!, minLabel: { en: '' } } },
      'BAD_SCALE integration',
    ],
    ['a scale on a text', 'comments', { scale }, 'BAD_SCALE comments'],
    ['a text of no length', 'comments', { maxLength: 0 }, 'BAD_MAX_LENGTH comments'],
    [
      'a condition on a later question',
      'country',
      { relevance: { variable: 'integration', isOneOf: ['dont_know'] } },
      'ROUTING_TO_LATER country',
    ],
    [
      'a condition on itself',
      'country',
      { relevance: { variable: 'country', isOneOf: ['wales'] } },
      'ROUTING_TO_ITSELF country',
    ],
    [
      'a condition on an unknown option',
      'country',
      { relevance: { variable: 'role', isOneOf: ['king'] } },
      'ROUTING_UNKNOWN_ANSWER country',
    ],
    [
      'a condition that names an absence by its option code',
      'comments',
      { relevance: { anyOf: [{ variable: 'iapt_inreach_mus', isOneOf: ['dk'] }] } },
      'ROUTING_UNKNOWN_ANSWER comments',
    ],
    [
      'a condition that cannot hold',
      'country',
      { relevance: { variable: 'role', isOneOf: [] } },
      'ROUTING_EMPTY country',
    ],
    ['a condition of nothing', 'country', { relevance: { allOf: [] } }, 'ROUTING_EMPTY country'],
  ])('finds %s', (_fault, variable, change, problem) => {
    expect(codesOf(withQuestion(variable, change))).toContain(problem);
  });

  it('finds a variable asked twice', () => {
    expect(codesOf(withQuestion('country', { variable: 'role' }))).toContain('DUPLICATE_VARIABLE role');
  });

  it('finds pages with one id and pages with nothing on them', () => {
    const [first, ...rest] = v1_1.pages;
    expect(codesOf({ ...v1_1, pages: [first!, ...rest, { ...first!, questions: [] }] })).toEqual([
      'DUPLICATE_PAGE hospital',
      'EMPTY_PAGE hospital',
    ]);
  });
});
