import { describe, expect, it } from 'vitest';

import { questionsOf } from '../instrument.js';
import { INSTRUMENT_V1_0 } from './v1-0.js';

const questions = questionsOf(INSTRUMENT_V1_0);
const questionOf = (variable: string) => questions.find((question) => question.variable === variable);

describe('the questionnaire of 2018', () => {
  it.each([
    ['hospital', 'In which acute hospital does your Liaison Psychiatry Service operate?'],
    [
      'iapt_treats_mus_ltc',
      'Does your local psychological therapies service (IAPT) undertake assessment and treatment of patients with MUS/LTCs?',
    ],
    [
      'iapt_inreach',
      'Does your local psychological therapies service (IAPT) provide an in-reach service into your hospital for patients with MUS/LTCs?',
    ],
    [
      'integration',
      'In your opinion how well integrated is the care and treatment of patients with MUS/LTCs between IAPT and Liaison Psychiatry?',
    ],
    ['positives', 'What are the main positive points about the service and joint working?'],
    ['improve', 'In what ways could the service and joint working be improved?'],
  ])('asks %s in the words of the report', (variable, wording) => {
    expect(questionOf(variable)?.text.en).toBe(wording);
  });

  it('has exactly the seven questions of the report, in its order', () => {
    expect(questions.map(({ variable }) => variable)).toEqual([
      'hospital',
      'iapt_treats_mus_ltc',
      'iapt_inreach',
      'integration',
      'positives',
      'improve',
      'comments',
    ]);
  });

  it('keeps the slip in the lower end of the scale', () => {
    expect(questionOf('integration')?.scale).toEqual({
      min: 0,
      max: 100,
      step: 1,
      minLabel: { en: 'Not all integrated' },
      maxLabel: { en: 'Seamlessly integrated' },
    });
  });

  it('asks the three follow-up questions only where there is in-reach', () => {
    const conditional = questions.filter(({ relevance }) => relevance).map(({ variable }) => variable);
    expect(conditional).toEqual(['integration', 'positives', 'improve']);
    for (const variable of conditional) {
      expect(questionOf(variable)?.relevance).toEqual({ variable: 'iapt_inreach', isOneOf: ['yes'] });
    }
  });

  it('cites the line of the report for every question and has no participant information', () => {
    for (const { source } of questions) expect(source).toMatch(/000:\d+/);
    expect(INSTRUMENT_V1_0.information).toEqual([]);
  });
});
