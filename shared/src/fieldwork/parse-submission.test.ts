import { describe, expect, it } from 'vitest';

import type { Answers } from '../instrument/answer-value.js';
import { questionsOf } from '../instrument/instrument.js';
import { getInstrument } from '../instrument/registry.js';
import { completeDraft, parseSubmission } from './parse-submission.js';
import type { RawAnswers } from './to-raw.js';

const v1_0 = getInstrument('1.0');
const v1_1 = getInstrument('1.1');

/** A complete form of version 1.1 without in-reach. */
const NO_IN_REACH: RawAnswers = {
  hospital: { given: ['RTE03'] },
  role: { given: ['liaison_consultant'] },
  perspective: { given: ['liaison'] },
  population: { given: ['adult', 'older'] },
  country: { given: ['england'] },
  iapt_treats_mus: { given: ['dk'] },
  iapt_treats_ltc: { given: ['yes'] },
  iapt_inreach_mus: { given: ['no'] },
  iapt_inreach_ltc: { given: ['no'] },
  consent_facts: { given: ['yes'] },
  consent_quote: { given: ['no'] },
};
const IN_REACH: RawAnswers = {
  ...NO_IN_REACH,
  iapt_inreach_ltc: { given: ['yes'] },
  integration: { given: ['59'] },
  positives: { given: ['Joint meetings'] },
  consent_score: { given: ['yes'] },
};

const problemsOf = (raw: RawAnswers, instrument = v1_1): readonly string[] => {
  const result = parseSubmission(instrument, raw);
  return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`);
};
function accepted(raw: RawAnswers, instrument = v1_1): Answers {
  const result = parseSubmission(instrument, raw);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('a form that is accepted', () => {
  it('has every question of the questionnaire: hidden ones not asked, empty ones skipped', () => {
    const answers = accepted(NO_IN_REACH);
    expect(Object.keys(answers)).toEqual(questionsOf(v1_1).map(({ variable }) => variable));
    expect(answers).toMatchObject({
      hospital: { given: 'RTE03' },
      iapt_treats_mus: { missing: 'dont_know' },
      integration: { missing: 'not_asked' },
      consent_score: { missing: 'not_asked' },
      comments: { missing: 'skipped' },
      other_integrated_service: { missing: 'skipped' },
    });
  });

  it('has the score where there is in-reach for one group', () => {
    expect(accepted(IN_REACH)).toMatchObject({
      integration: { given: 59 },
      improve: { missing: 'skipped' },
      consent_score: { given: 'yes' },
    });
  });

  it('lets hidden questions be sent empty or as not asked', () => {
    const raw: RawAnswers = {
      ...NO_IN_REACH,
      integration: { given: [''] },
      positives: { missing: 'not_asked' },
      improve: { missing: 'skipped' },
    };
    expect(accepted(raw)).toEqual(accepted(NO_IN_REACH));
  });

  it('needs only the hospital in version 1.0', () => {
    expect(accepted({ hospital: { given: ['RTE03'] } }, v1_0)).toEqual({
      hospital: { given: 'RTE03' },
      iapt_treats_mus_ltc: { missing: 'skipped' },
      iapt_inreach: { missing: 'skipped' },
      integration: { missing: 'not_asked' },
      positives: { missing: 'not_asked' },
      improve: { missing: 'not_asked' },
      comments: { missing: 'skipped' },
    });
  });
});

describe('a form that is refused by name', () => {
  it.each<[string, RawAnswers, readonly string[]]>([
    ['150 on a scale to 100', { ...IN_REACH, integration: { given: ['150'] } }, ['OUT_OF_RANGE integration']],
    ['an unknown option', { ...IN_REACH, country: { given: ['france'] } }, ['UNKNOWN_OPTION country']],
    [
      'a score although there is no in-reach',
      { ...NO_IN_REACH, integration: { given: ['59'] } },
      ['NOT_ASKED integration'],
    ],
    [
      "I don't know on a question that was not asked",
      { ...NO_IN_REACH, integration: { given: ['dk'] } },
      ['NOT_ASKED integration'],
    ],
    [
      'a consent that was not asked for',
      { ...NO_IN_REACH, consent_score: { given: ['no'] } },
      ['NOT_ASKED consent_score'],
    ],
    [
      'no answer to a required question',
      { ...NO_IN_REACH, iapt_treats_mus: { given: [] } },
      ['REQUIRED iapt_treats_mus'],
    ],
    [
      'a required question called skipped',
      { ...NO_IN_REACH, country: { missing: 'skipped' } },
      ['REQUIRED country'],
    ],
    [
      'a required question called not asked',
      { ...NO_IN_REACH, country: { missing: 'not_asked' } },
      ['REQUIRED country'],
    ],
    [
      'no consent to the score where it is asked',
      { ...IN_REACH, consent_score: { given: [''] } },
      ['REQUIRED consent_score'],
    ],
    [
      'an asked question called not asked',
      { ...IN_REACH, comments: { missing: 'not_asked' } },
      ['WAS_ASKED comments'],
    ],
    ['a question that does not exist', { ...IN_REACH, beds: { given: ['400'] } }, ['UNKNOWN_QUESTION beds']],
    [
      'a question of the other version',
      { ...IN_REACH, iapt_inreach: { given: ['yes'] } },
      ['UNKNOWN_QUESTION iapt_inreach'],
    ],
    [
      'a built-in name as a question',
      { ...IN_REACH, constructor: { given: ['x'] } },
      ['UNKNOWN_QUESTION constructor'],
    ],
  ])('%s', (_case, raw, problems) => {
    expect(problemsOf(raw)).toEqual(problems);
  });

  it('all problems at once, in the order of the questionnaire', () => {
    expect(
      problemsOf({
        beds: { given: ['400'] },
        integration: { given: ['59'] },
        hospital: { given: ['?'] },
        iapt_inreach_ltc: { given: ['no'] },
        iapt_inreach_mus: { given: ['no'] },
      }),
    ).toEqual([
      'UNKNOWN_HOSPITAL hospital',
      'REQUIRED role',
      'REQUIRED perspective',
      'REQUIRED population',
      'REQUIRED country',
      'REQUIRED iapt_treats_mus',
      'REQUIRED iapt_treats_ltc',
      'NOT_ASKED integration',
      'REQUIRED consent_facts',
      'REQUIRED consent_quote',
      'UNKNOWN_QUESTION beds',
    ]);
  });

  it('does not blame the follow-up questions for a mistake in the question before them', () => {
    const raw: RawAnswers = { ...IN_REACH, iapt_inreach_ltc: { given: ['yess'] } };
    expect(problemsOf(raw)).toEqual(['UNKNOWN_OPTION iapt_inreach_ltc']);
    expect(problemsOf({ ...raw, integration: { given: ['150'] } })).toEqual([
      'UNKNOWN_OPTION iapt_inreach_ltc',
      'OUT_OF_RANGE integration',
    ]);
  });

  it('asks the follow-up questions when another answer settles it, whatever the mistake turns out to be', () => {
    const raw: RawAnswers = {
      ...IN_REACH,
      iapt_inreach_mus: { given: ['yess'] },
      consent_score: { given: [] },
    };
    expect(problemsOf(raw)).toEqual(['UNKNOWN_OPTION iapt_inreach_mus', 'REQUIRED consent_score']);
  });

  it('says what to do about a missing answer', () => {
    const result = parseSubmission(v1_1, {});
    const problem = result.ok ? undefined : result.problems.find(({ field }) => field === 'iapt_inreach_mus');
    expect(problem?.mend).toContain("I don't know");
  });
});

describe('a draft that is sent', () => {
  const draft: Answers = { ...accepted(IN_REACH), beds: { missing: 'skipped' } };

  it('has answers marked as not asked when a change of mind hid their questions', () => {
    const { beds: _beds, ...kept } = draft;
    const result = completeDraft(v1_1, { ...kept, iapt_inreach_ltc: { given: 'no' } });
    expect(result.ok && result.value).toMatchObject({
      integration: { missing: 'not_asked' },
      positives: { missing: 'not_asked' },
      consent_score: { missing: 'not_asked' },
    });
  });

  it('is refused for what is missing or wrong in it, like any form', () => {
    const { role: _role, ...incomplete } = draft;
    const result = completeDraft(v1_1, { ...incomplete, integration: { given: 150 } });
    expect(result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'REQUIRED role',
      'OUT_OF_RANGE integration',
      'UNKNOWN_QUESTION beds',
    ]);
  });

  it('opens a question again that an earlier sending had marked as not asked', () => {
    const earlier = accepted(NO_IN_REACH);
    const result = completeDraft(v1_1, {
      ...earlier,
      iapt_inreach_ltc: { given: 'yes' },
      consent_score: { given: 'no' },
    });
    expect(result.ok && result.value['integration']).toEqual({ missing: 'skipped' });
  });
});
