import { describe, expect, it } from 'vitest';

import { resolveForms } from '../cleaning/resolve-forms.js';
import { aForm } from '../cleaning/synthetic/a-form.js';
import type { AnswerValue } from '../instrument/answer-value.js';
import { type Instrument, questionsOf } from '../instrument/instrument.js';
import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import { closedQuestionsOf } from './closed-questions.js';
import { questionTallies } from './question-tallies.js';

const pagesWith = (variable: string): Instrument => ({
  ...INSTRUMENT_V1_1,
  pages: INSTRUMENT_V1_1.pages.flatMap((page) => {
    const questions = page.questions.filter((question) => question.variable === variable);
    return questions.length === 0 ? [] : [{ ...page, questions }];
  }),
});

/** How the two answers of one hospital, and a silent hospital, are counted on an option. */
function tally(instrument: Instrument, answers: readonly (AnswerValue | undefined)[], id: string) {
  const [question] = closedQuestionsOf(instrument);
  const forms = answers.map((answer, at) =>
    aForm({
      responseId: `r${at}`,
      answers: answer === undefined ? {} : { [question!.variable]: answer },
    }),
  );
  const dataset = resolveForms(forms, {
    roundKind: 'live',
    frame: ['H1', 'H2'].map((odsCode) => ({ odsCode, name: odsCode, town: '' })),
    unitOfAnalysis: 'site',
    questions: questionsOf(instrument),
  });
  const found = questionTallies(dataset, closedQuestionsOf(instrument), 2)
    .flatMap(({ options }) => options)
    .find((option) => option.id === id);
  return [found?.yes, found?.no, found?.dontKnow, found?.notKnown];
}

describe('the closed questions of a questionnaire', () => {
  it('are its choices about the service, each option by itself, without "don\'t know" and consent', () => {
    const questions = closedQuestionsOf(INSTRUMENT_V1_1);
    const variables = questions.map(({ variable }) => variable);
    expect(variables).toContain('iapt_inreach_mus');
    expect(variables).toContain('settings');
    expect(variables.filter((each) => /consent|comments|hospital|integration|role/.test(each))).toEqual([]);
    expect(questions.find(({ variable }) => variable === 'iapt_inreach_mus')?.options).toMatchObject([
      { id: 'iapt_inreach_mus:yes', item: 'iapt_inreach_mus', counts: 'yes', label: 'Yes' },
      { id: 'iapt_inreach_mus:no', item: 'iapt_inreach_mus', counts: 'no', label: 'No' },
    ]);
    const [option] = questions.find(({ variable }) => variable === 'settings')!.options;
    expect(option?.item).toBe(option?.id.replace(':', '.'));
  });

  it('hold those that are never published, too: the survey team follows them', () => {
    const [page] = pagesWith('co_located').pages;
    const [question] = page!.questions;
    const instrument = {
      ...INSTRUMENT_V1_1,
      pages: [{ ...page!, questions: [{ ...question!, publication: 'never' as const }] }],
    };
    expect(closedQuestionsOf(instrument)).toHaveLength(1);
  });
});

describe('an option', () => {
  const one = pagesWith('iapt_inreach_mus');
  const several = pagesWith('settings');
  it.each<[string, Instrument, (AnswerValue | undefined)[], string, number[]]>([
    ['chosen', one, [{ given: 'yes' }], 'iapt_inreach_mus:yes', [1, 0, 0, 1]],
    ['of which another was chosen', one, [{ given: 'no' }], 'iapt_inreach_mus:yes', [0, 1, 0, 1]],
    ['not known', one, [{ missing: 'dont_know' }], 'iapt_inreach_mus:yes', [0, 0, 1, 1]],
    ['refused', one, [{ missing: 'refused' }], 'iapt_inreach_mus:no', [0, 0, 0, 2]],
    ['that was not asked', one, [undefined], 'iapt_inreach_mus:no', [0, 0, 0, 2]],
    ['in conflict', one, [{ given: 'yes' }, { given: 'no' }], 'iapt_inreach_mus:no', [0, 0, 0, 2]],
    ['among several', several, [{ given: ['outpatient', 'ward'] }], 'settings:ward', [1, 0, 0, 1]],
    ['not among several', several, [{ given: ['outpatient'] }], 'settings:ward', [0, 1, 0, 1]],
  ])('%s is counted by hospital, silence as not known', (_what, instrument, answers, id, counts) => {
    expect(tally(instrument, answers, id)).toEqual(counts);
  });
});
