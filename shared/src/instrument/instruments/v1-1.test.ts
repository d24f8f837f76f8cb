import { describe, expect, it } from 'vitest';

import { questionsOf } from '../instrument.js';
import { INSTRUMENT_V1_1 } from './v1-1.js';

const questions = questionsOf(INSTRUMENT_V1_1);
const questionOf = (variable: string) => questions.find((question) => question.variable === variable);
const pageOf = (variable: string) =>
  INSTRUMENT_V1_1.pages.find((page) => page.questions.some((question) => question.variable === variable));

describe('version 1.1 of the questionnaire', () => {
  it('has the variables that the rest of the survey relies on, in the order asked', () => {
    expect(questions.map(({ variable }) => variable)).toEqual([
      'hospital',
      'role',
      'perspective',
      'population',
      'country',
      'iapt_treats_mus',
      'iapt_treats_ltc',
      'iapt_inreach_mus',
      'iapt_inreach_ltc',
      'integration',
      'positives',
      'improve',
      'comments',
      'conditions_accepted',
      'settings',
      'complexity_accepted',
      'co_located',
      'shared_record',
      'liaison_supervises',
      'case_meetings',
      'psychology_on_site',
      'other_integrated_service',
      'planned_start',
      'consent_facts',
      'consent_score',
      'consent_quote',
    ]);
  });

  it.each(['iapt_treats_mus', 'iapt_treats_ltc', 'iapt_inreach_mus', 'iapt_inreach_ltc'])(
    '%s offers yes, no and "I don\'t know" and cannot be left out',
    (variable) => {
      const question = questionOf(variable);
      expect(question?.options?.map(({ code, kind }) => [code, kind])).toEqual([
        ['yes', 'substantive'],
        ['no', 'substantive'],
        ['dk', 'dont_know'],
      ]);
      expect(question?.required).toBe('hard');
      expect(question?.text.en).toContain(variable.endsWith('mus') ? '(MUS)' : '(LTC)');
    },
  );

  it('corrects the lower end of the scale', () => {
    expect(questionOf('integration')?.scale?.minLabel.en).toBe('Not at all integrated');
    expect(questionOf('integration')?.scale?.maxLabel.en).toBe('Seamlessly integrated');
  });

  it('warns above every text box not to name patients or staff', () => {
    const boxes = questions.filter(({ type }) => type === 'long_text' || type === 'short_text');
    expect(boxes.map(({ variable }) => variable)).toEqual(['positives', 'improve', 'comments']);
    for (const { warning } of boxes) expect(warning?.en).toMatch(/patients.*staff/);
  });

  it('puts one question on a page, except the optional closed items and the consents', () => {
    const shared = INSTRUMENT_V1_1.pages.filter((page) => page.questions.length > 1);
    expect(shared.map(({ id }) => id)).toEqual(['service', 'consent']);
    expect(INSTRUMENT_V1_1.pages.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(['service']);
  });

  it('requires nothing on the optional page', () => {
    expect(pageOf('planned_start')?.questions.every(({ required }) => required === 'no')).toBe(true);
  });

  it('asks for each consent apart, with a plain yes or no, and for the score only where there is in-reach', () => {
    const consents = questions.filter(({ variable }) => variable.startsWith('consent_'));
    for (const { options, required } of consents) {
      expect(options?.map(({ code }) => code)).toEqual(['yes', 'no']);
      expect(required).toBe('hard');
    }
    expect(consents.filter(({ relevance }) => relevance).map(({ variable }) => variable)).toEqual([
      'consent_score',
    ]);
    expect(questionOf('consent_score')?.relevance).toEqual(questionOf('integration')?.relevance);
  });

  it.each([
    ['who asks', 'Who asks, and why'],
    ['what is published by name', 'What is published with the name of your hospital'],
    ['what is not', 'What is not published with the name of your hospital'],
    ['the legal basis', 'Legal basis'],
    ['retention', 'How long answers are kept'],
    ['how to withdraw', 'Changing or withdrawing your answers'],
    ['the contact', 'Contact'],
  ])('tells respondents %s', (_topic, heading) => {
    const section = INSTRUMENT_V1_1.information.find((candidate) => candidate.heading.en === heading);
    expect(section?.paragraphs.length).toBeGreaterThan(0);
  });

  it('says that the list of hospitals that answered will be published', () => {
    const text = INSTRUMENT_V1_1.information
      .flatMap(({ paragraphs }) => paragraphs.map(({ en }) => en))
      .join(' ');
    expect(text).toContain('The list of hospitals that answered will be published.');
  });

  it('publishes no role, no consent and no free text', () => {
    expect(questionOf('role')?.publication).toBe('never');
    for (const { type, publication } of questions)
      if (type === 'long_text') expect(publication).not.toBe('open');
  });
});
