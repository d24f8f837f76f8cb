import { describe, expect, it } from 'vitest';

import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import { asksConsent, claimAnswer, closedQuestionsOf } from './claims.js';
import { resolveForms } from './resolve-forms.js';
import { aForm } from './synthetic/a-form.js';

describe('the closed questions of a questionnaire', () => {
  it('are its choices about the service, each option a claim, without "don\'t know" and consent', () => {
    const questions = closedQuestionsOf(INSTRUMENT_V1_1);
    const variables = questions.map(({ variable }) => variable);
    expect(variables).toContain('iapt_inreach_mus');
    expect(variables).toContain('settings');
    expect(variables.filter((each) => /consent|comments|hospital|integration/.test(each))).toEqual([]);
    expect(questions.find(({ variable }) => variable === 'iapt_inreach_mus')?.claims).toMatchObject([
      { id: 'iapt_inreach_mus:yes' },
      { id: 'iapt_inreach_mus:no' },
    ]);
  });

  it('know whether consent is asked', () => {
    expect(asksConsent(INSTRUMENT_V1_1)).toBe(true);
    expect(asksConsent({ ...INSTRUMENT_V1_1, pages: [] })).toBe(false);
  });
});

it.each([
  [{ given: 'core' }, 'yes'],
  [{ given: 'core24' }, 'no'],
  [{ given: ['core', 'x'] }, 'yes'],
  [{ given: ['x'] }, 'no'],
  [{ missing: 'dont_know' }, 'dont_know'],
  [{ missing: 'skipped' }, 'skipped'],
  [{ missing: 'not_asked' }, 'not_asked'],
  [{ missing: 'refused' }, 'skipped'],
  [{ missing: 'not_applicable' }, 'not_asked'],
  [undefined, 'not_asked'],
] as const)('%j says %s on the claim "core"', (answer, says) =>
  expect(claimAnswer(answer, 'core')).toBe(says),
);

it('stands on the record of a hospital as an item, from the forms that count', () => {
  const [question] = closedQuestionsOf({
    ...INSTRUMENT_V1_1,
    pages: INSTRUMENT_V1_1.pages.filter(({ id }) => id === 'iapt_inreach_mus'),
  });
  const form = aForm({ odsCode: 'H1', answers: { iapt_inreach_mus: { given: 'yes' } } });
  const options = {
    roundKind: 'live',
    frame: [{ odsCode: 'H1', name: 'H1', town: '' }],
    unitOfAnalysis: 'site',
  } as const;
  const [record] = resolveForms([form], { ...options, claims: question!.claims }).hospitals;
  expect(record?.items['iapt_inreach_mus:yes']?.position).toBe('yes');
  expect(record?.items['iapt_inreach_mus:no']?.position).toBe('no');
  const [without] = resolveForms([form], options).hospitals;
  expect(Object.keys(without!.items).filter((key) => key.includes(':'))).toEqual([]);
});
