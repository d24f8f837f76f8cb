import { describe, expect, it } from 'vitest';

import type { AnswerValue, Answers } from './answer-value.js';
import { askedWhen } from './asked-when.js';
import { checkInstrument } from './check-instrument.js';
import { EXAMPLE_SURVEY } from './example-survey.js';
import { inSecondLanguage } from './in-language.js';
import { type Instrument, type Question, questionsOf } from './instrument.js';
import { askedQuestions } from './is-asked.js';
import { validateAnswer } from './validate-answer.js';

const questionOf = (variable: string) => {
  const question = questionsOf(EXAMPLE_SURVEY).find((each) => each.variable === variable);
  if (!question) throw new Error(`no question ${variable}`);
  return question;
};
const asked = (answers: Answers) => askedQuestions(EXAMPLE_SURVEY, answers).map(({ variable }) => variable);
const TEAM: Answers = {
  has_team: { given: 'yes' },
  staff: { given: 2.5 },
  professions: { given: ['doctor'] },
};

/** The example with one question changed. */
const withQuestion = (variable: string, change: Partial<Question>): Instrument => ({
  ...EXAMPLE_SURVEY,
  pages: EXAMPLE_SURVEY.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) =>
      question.variable === variable ? { ...question, ...change } : question,
    ),
  })),
});

describe('a questionnaire with every type of question', () => {
  it('has nothing wrong with it', () => {
    expect(checkInstrument(EXAMPLE_SURVEY)).toEqual([]);
  });

  it('asks each row of a matrix as a choice, in the words of both', () => {
    expect(questionsOf(EXAMPLE_SURVEY).map(({ variable }) => variable)).toContain('cover_night');
    expect(questionOf('cover_night')).toMatchObject({
      type: 'choice',
      text: { en: 'Who sees patients? Nights' },
      required: 'soft',
    });
    expect(validateAnswer(questionOf('cover_day'), { given: ['na'] })).toEqual({
      ok: true,
      value: { missing: 'not_applicable' },
    });
  });

  it.each<[string, AnswerValue, readonly string[]]>([
    ['at least 1', { given: 1 }, ['professions']],
    ['less than 1', { given: 0.9 }, []],
    ['not known', { missing: 'dont_know' }, []],
    ['left empty', { missing: 'skipped' }, []],
  ])('routes by a number that is %s', (_case, staff, opened) => {
    const before = asked({ has_team: { given: 'yes' } });
    expect(asked({ has_team: { given: 'yes' }, staff }).filter((key) => !before.includes(key))).toEqual(
      opened,
    );
  });

  it.each<[string, AnswerValue, boolean]>([
    ['another answer', { given: ['doctor'] }, true],
    ['the named answer among others', { given: ['doctor', 'nurse'] }, false],
    ["I don't know", { missing: 'dont_know' }, true],
    ['nothing', { missing: 'skipped' }, false],
  ])('"none of" holds after %s: only what was answered counts', (_case, professions, opens) => {
    expect(asked({ ...TEAM, professions }).includes('cover_day')).toBe(opens);
  });

  it('routes by a row of a matrix and by whether something was answered', () => {
    const rows = asked({ ...TEAM, cover_day: { given: 'team' }, cover_night: { missing: 'not_applicable' } });
    expect(rows).toEqual(expect.arrayContaining(['since', 'score']));
    expect(
      asked({ ...TEAM, cover_day: { given: 'others' }, cover_night: { missing: 'skipped' } }),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/since|score/)]));
  });

  it.each([
    ['professions', 'staff is at least 1'],
    ['cover_day', 'professions is answered, but not with "Nurses"'],
    ['score', 'cover_night is answered'],
    ['since', 'cover_day is "The team" and (staff is at most 100 or staff is "I don\'t know")'],
  ])('says in words when %s is asked', (variable, words) => {
    expect(askedWhen(EXAMPLE_SURVEY, questionOf(variable))).toBe(words);
  });

  it.each([
    ['2.5', { ok: true, value: { given: 2.5 } }],
    ['0.3', { ok: true, value: { given: 0.3 } }],
    ['200', { ok: true, value: { given: 200 } }],
    ['dk', { ok: true, value: { missing: 'dont_know' } }],
    ['0.25', { ok: false, problems: [{ code: 'OFF_STEP' }] }],
    ['2,5', { ok: false, problems: [{ code: 'NOT_A_NUMBER' }] }],
    ['1e2', { ok: false, problems: [{ code: 'NOT_A_NUMBER' }] }],
    ['200.1', { ok: false, problems: [{ code: 'OUT_OF_RANGE' }] }],
    ['-1', { ok: false, problems: [{ code: 'OUT_OF_RANGE' }] }],
  ])('takes %s as a number of tenths, or refuses it by name', (text, expected) => {
    expect(validateAnswer(questionOf('staff'), { given: [text] })).toMatchObject(expected);
  });
});

describe('what keeps it from being published', () => {
  it.each<[string, string, Partial<Question>, string]>([
    ['a matrix without rows', 'cover', { rows: [] }, 'BAD_ROWS cover'],
    [
      'a row twice',
      'cover',
      { rows: [...questionOf('cover_day').inMatrix!.matrix.rows!, { code: 'day', label: { en: 'Days' } }] },
      'BAD_ROWS cover',
    ],
    ['rows on a text', 'remarks', { rows: [] }, 'BAD_ROWS remarks'],
    ['a matrix with nothing to choose', 'cover', { options: [] }, 'TOO_FEW_OPTIONS cover'],
    ['a range upside down', 'staff', { number: { min: 5, max: 1 } }, 'BAD_NUMBER staff'],
    ['a step of nothing', 'staff', { number: { step: 0 } }, 'BAD_NUMBER staff'],
    ['a step that misses the end', 'staff', { number: { min: 0, max: 1, step: 0.3 } }, 'BAD_NUMBER staff'],
    ['a range on a text', 'remarks', { number: {} }, 'BAD_NUMBER remarks'],
    ['a word of SPSS', 'staff', { spssName: 'WITH' }, 'BAD_SPSS_NAME staff'],
    ['an SPSS name too long', 'staff', { spssName: 's'.repeat(65) }, 'BAD_SPSS_NAME staff'],
    ['an SPSS name for a matrix', 'cover', { spssName: 'cover' }, 'BAD_SPSS_NAME cover'],
    ['one SPSS name for two', 'remarks', { spssName: 'STAFF' }, 'DUPLICATE_SPSS_NAME remarks'],
    ['a key of the form itself', 'remarks', { variable: 'reason' }, 'RESERVED_KEY reason'],
    ['a key that a matrix row has', 'remarks', { variable: 'cover_day' }, 'DUPLICATE_VARIABLE cover_day'],
    ['a text that calls itself hospital', 'remarks', { variable: 'hospital' }, 'HOSPITAL_TYPE hospital'],
    ['a second hospital picker', 'remarks', { type: 'hospital' }, 'HOSPITAL_TYPE remarks'],
    ['no demand for the hospital', 'hospital', { required: 'soft' }, 'NO_HOSPITAL '],
    [
      'a number compared with an option',
      'remarks',
      { relevance: { variable: 'has_team', atLeast: 1 } },
      'ROUTING_NO_NUMBER remarks',
    ],
    [
      'a condition on no question',
      'remarks',
      { relevance: { variable: 'king', isAnswered: true } },
      'ROUTING_TO_UNKNOWN remarks',
    ],
    [
      'a matrix that waits for its own row',
      'cover',
      { relevance: { variable: 'cover_day', isAnswered: true } },
      'ROUTING_TO_ITSELF cover',
    ],
    [
      'two that wait for each other',
      'has_team',
      { relevance: { variable: 'staff', isAnswered: true } },
      'ROUTING_CYCLE has_team',
    ],
  ])('%s', (_fault, variable, change, problem) => {
    expect(
      checkInstrument(withQuestion(variable, change)).map(({ code, field }) => `${code} ${field}`),
    ).toContain(problem);
  });

  it('is said with the place of the question and with what to do', () => {
    const [problem] = checkInstrument(withQuestion('remarks', { text: { en: '' } }));
    expect(problem).toMatchObject({
      part: 'text',
      at: { page: 2, question: 4 },
      mend: 'Write what is asked.',
    });
  });

  it('is a text without its second language, once there is one', () => {
    const welsh = { ...EXAMPLE_SURVEY, secondLanguage: 'cy' };
    const missing = checkInstrument(welsh).filter(({ code }) => code === 'MISSING_TRANSLATION');
    expect(missing.map(({ field, part }) => `${field} ${part}`)).toEqual(
      expect.arrayContaining([
        ' title',
        'team page',
        'staff text',
        'staff number',
        'cover rows',
        'score scale',
      ]),
    );
  });
});

describe('the second language', () => {
  const welsh: Instrument = {
    ...withQuestion('remarks', { text: { en: 'Anything else?', second: 'Unrhyw beth arall?' } }),
    secondLanguage: 'cy',
  };

  it('is shown where there is a text in it, and English elsewhere', () => {
    const texts = questionsOf(inSecondLanguage(welsh)).map(({ text }) => text.en);
    expect(texts).toContain('Unrhyw beth arall?');
    expect(texts).toContain('What is the team called?');
  });

  it('changes no key, code or routing', () => {
    const plain = ({ variable, relevance, options = [] }: Question) => [
      variable,
      relevance,
      options.map(({ code, kind }) => [code, kind]),
    ];
    expect(questionsOf(inSecondLanguage(welsh)).map(plain)).toEqual(questionsOf(welsh).map(plain));
    expect(inSecondLanguage(EXAMPLE_SURVEY)).toBe(EXAMPLE_SURVEY);
  });
});
