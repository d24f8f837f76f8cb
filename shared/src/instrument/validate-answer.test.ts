import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AnswerValue } from './answer-value.js';
import { type AnswerableQuestion, questionsOf } from './instrument.js';
import { getInstrument } from './registry.js';
import { type RawAnswer, validateAnswer } from './validate-answer.js';

function questionOf(variable: string): AnswerableQuestion {
  const question = questionsOf(getInstrument('1.1')).find((candidate) => candidate.variable === variable);
  if (!question) throw new Error(`no question ${variable}`);
  return question;
}

const plain = (type: AnswerableQuestion['type']): AnswerableQuestion => ({
  variable: 'plain',
  type,
  text: { en: 'Plain' },
  required: 'no',
  privacy: 'none',
  publication: 'open',
  source: 'test',
});

describe('an answer that is accepted', () => {
  it.each<[string, string, RawAnswer, AnswerValue]>([
    ['a chosen option', 'iapt_inreach_mus', { given: ['yes'] }, { given: 'yes' }],
    ['the same option sent twice', 'iapt_inreach_mus', { given: ['no', 'no'] }, { given: 'no' }],
    ["I don't know", 'iapt_inreach_mus', { given: ['dk'] }, { missing: 'dont_know' }],
    ["I don't know by its name", 'iapt_inreach_mus', { missing: 'dont_know' }, { missing: 'dont_know' }],
    ['I prefer not to say', 'role', { given: ['not_say'] }, { missing: 'refused' }],
    [
      'several options, in the order of the form',
      'population',
      { given: ['older', 'adult'] },
      { given: ['adult', 'older'] },
    ],
    ['one of several options', 'population', { given: ['camhs'] }, { given: ['camhs'] }],
    ['the lower end of the scale', 'integration', { given: ['0'] }, { given: 0 }],
    ['minus nought', 'integration', { given: ['-0'] }, { given: 0 }],
    ['the upper end of the scale', 'integration', { given: [' 100 '] }, { given: 100 }],
    ['an untouched slider', 'integration', { given: [''] }, { missing: 'skipped' }],
    ["an empty number box with I don't know", 'integration', { given: ['', 'dk'] }, { missing: 'dont_know' }],
    ['an empty text', 'comments', { given: [' \n '] }, { missing: 'skipped' }],
    ['no value at all', 'comments', { given: [] }, { missing: 'skipped' }],
    ['skipped', 'comments', { missing: 'skipped' }, { missing: 'skipped' }],
    ['not asked', 'comments', { missing: 'not_asked' }, { missing: 'not_asked' }],
    [
      'null for the part that is left out',
      'comments',
      { given: null, missing: 'skipped' },
      { missing: 'skipped' },
    ],
    [
      'a text, in one form of its letters',
      'comments',
      { given: ['Cafe\u0301\r\nopen'] },
      { given: 'Caf\u00e9\nopen' },
    ],
    ['a text that reads like a code', 'comments', { given: ['dk'] }, { given: 'dk' }],
    ['a hospital of the list', 'hospital', { given: ['rte03'] }, { given: 'RTE03' }],
    [
      'a hospital that is not listed',
      'hospital',
      { given: ['other: St Elsewhere, Anytown '] },
      { given: 'other:St Elsewhere, Anytown' },
    ],
  ])('%s', (_case, variable, raw, expected) => {
    expect(validateAnswer(questionOf(variable), raw)).toEqual({ ok: true, value: expected });
  });

  it('a day of the calendar and a count', () => {
    expect(validateAnswer(plain('date'), { given: ['2028-02-29'] })).toEqual({
      ok: true,
      value: { given: '2028-02-29' },
    });
    expect(validateAnswer(plain('number'), { given: ['12'] })).toEqual({ ok: true, value: { given: 12 } });
    expect(validateAnswer(plain('short_text'), { given: ['twelve'] })).toEqual({
      ok: true,
      value: { given: 'twelve' },
    });
  });
});

describe('an answer that is refused by name', () => {
  it.each<[string, string, RawAnswer, string]>([
    ['150 on a scale to 100', 'integration', { given: ['150'] }, 'OUT_OF_RANGE'],
    ['-1 on a scale from 0', 'integration', { given: ['-1'] }, 'OUT_OF_RANGE'],
    ['a number of 400 digits', 'integration', { given: ['9'.repeat(400)] }, 'OUT_OF_RANGE'],
    ['1.5', 'integration', { given: ['1.5'] }, 'NOT_A_WHOLE_NUMBER'],
    ['1e2', 'integration', { given: ['1e2'] }, 'NOT_A_WHOLE_NUMBER'],
    ['0x10', 'integration', { given: ['0x10'] }, 'NOT_A_WHOLE_NUMBER'],
    ['60%', 'integration', { given: ['60%'] }, 'NOT_A_WHOLE_NUMBER'],
    ['a word on a scale', 'integration', { given: ['well'] }, 'NOT_A_WHOLE_NUMBER'],
    ['two numbers', 'integration', { given: ['40', '60'] }, 'TOO_MANY_ANSWERS'],
    ["a number and I don't know", 'integration', { given: ['40', 'dk'] }, 'TOO_MANY_ANSWERS'],
    ['an unknown option', 'iapt_inreach_mus', { given: ['maybe'] }, 'UNKNOWN_OPTION'],
    ['an option in capitals', 'iapt_inreach_mus', { given: ['YES'] }, 'UNKNOWN_OPTION'],
    ['a built-in name as an option', 'iapt_inreach_mus', { given: ['constructor'] }, 'UNKNOWN_OPTION'],
    ['one unknown option among several', 'population', { given: ['adult', 'x'] }, 'UNKNOWN_OPTION'],
    ['two options for one choice', 'iapt_inreach_mus', { given: ['yes', 'no'] }, 'TOO_MANY_ANSWERS'],
    [
      "a condition and I don't know",
      'conditions_accepted',
      { given: ['copd', 'dk'] },
      'CONTRADICTORY_ANSWER',
    ],
    ['an unknown absence', 'iapt_inreach_mus', { missing: 'no_reply' }, 'UNKNOWN_ABSENCE'],
    ['an absence in other letters', 'iapt_inreach_mus', { missing: 'DONT_KNOW' }, 'UNKNOWN_ABSENCE'],
    [
      'an absence that the question does not offer',
      'consent_facts',
      { missing: 'dont_know' },
      'ABSENCE_NOT_OFFERED',
    ],
    [
      'both an answer and an absence',
      'iapt_inreach_mus',
      { given: ['yes'], missing: 'skipped' },
      'AMBIGUOUS_ANSWER',
    ],
    ['neither an answer nor an absence', 'iapt_inreach_mus', {}, 'AMBIGUOUS_ANSWER'],
    ['a text that is too long', 'comments', { given: ['x'.repeat(4001)] }, 'TEXT_TOO_LONG'],
    ['two texts', 'comments', { given: ['one', 'two'] }, 'TOO_MANY_ANSWERS'],
    ['a text with a character that cannot be stored', 'comments', { given: ['a\u0000b'] }, 'UNREADABLE_TEXT'],
    ['half a character', 'comments', { given: ['\ud800'] }, 'UNREADABLE_TEXT'],
    ['a hospital code with a slash', 'hospital', { given: ['RTE/3'] }, 'UNKNOWN_HOSPITAL'],
    ['a hospital code that is too short', 'hospital', { given: ['RTE'] }, 'UNKNOWN_HOSPITAL'],
    ['a hospital not listed, without its name', 'hospital', { given: ['other: '] }, 'UNNAMED_HOSPITAL'],
    ['"other" alone', 'hospital', { given: ['other'] }, 'UNNAMED_HOSPITAL'],
    ['two hospitals', 'hospital', { given: ['RTE03', 'RTE01'] }, 'TOO_MANY_ANSWERS'],
    [
      'the name of a hospital that is too long',
      'hospital',
      { given: [`other:${'x'.repeat(201)}`] },
      'TEXT_TOO_LONG',
    ],
    ['an unreadable name of a hospital', 'hospital', { given: ['other:\u0000'] }, 'UNREADABLE_TEXT'],
  ])('%s', (_case, variable, raw, code) => {
    const result = validateAnswer(questionOf(variable), raw);
    expect(result.ok ? [] : result.problems.map((problem) => [problem.code, problem.field])).toEqual([
      [code, variable],
    ]);
  });

  it.each([
    ['date', '2026-02-29', 'NOT_A_DATE'],
    ['date', '2026-13-01', 'NOT_A_DATE'],
    ['date', '2026-04-00', 'NOT_A_DATE'],
    ['date', '1 May 2026', 'NOT_A_DATE'],
    ['number', '2147483648', 'OUT_OF_RANGE'],
    ['number', '-1', 'OUT_OF_RANGE'],
    ['short_text', 'x'.repeat(201), 'TEXT_TOO_LONG'],
    ['long_text', 'x'.repeat(4001), 'TEXT_TOO_LONG'],
  ] as const)('a %s of "%s"', (type, text, code) => {
    const result = validateAnswer(plain(type), { given: [text] });
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('a number between the steps of a scale', () => {
    const byFives = { ...questionOf('integration'), scale: { ...questionOf('integration').scale!, step: 5 } };
    expect(validateAnswer(byFives, { given: ['12'] })).toMatchObject({
      ok: false,
      problems: [{ code: 'OFF_STEP' }],
    });
    expect(validateAnswer(byFives, { given: ['15'] })).toMatchObject({ ok: true });
  });
});

describe('any input whatever', () => {
  it('gives an answer or a problem with its name, and a score only from 0 to 100', () => {
    const anyRaw = fc.record(
      {
        given: fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.integer().map(String), fc.constantFrom('yes', 'dk')),
        ),
        missing: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...questionsOf(getInstrument('1.1'))), anyRaw, (question, raw) => {
        const result = validateAnswer(question, raw);
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const problem of result.problems) expect(problem.field).toBe(question.variable);
        } else if (question.type === 'scale' && 'given' in result.value) {
          expect(result.value.given).toSatisfy(
            (score) => Number.isInteger(score) && score >= 0 && score <= 100,
          );
        }
      }),
    );
  });
});
