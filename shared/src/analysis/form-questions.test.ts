import { describe, expect, it } from 'vitest';

import { getInstrument } from '../instrument/registry.js';
import { formQuestions, protectFormCounts } from './form-questions.js';

const QUESTIONS = [
  { key: 'co_located', title: 'Co-located?', disclosureClass: 'organisations', options: YES_NO() },
  { key: 'well_led', title: 'Well led?', disclosureClass: 'opinions', options: YES_NO() },
] as const;
function YES_NO() {
  return [
    { code: 'yes', label: 'Yes' },
    { code: 'no', label: 'No' },
  ];
}
const TALLIES = QUESTIONS.map(({ key }) => ({
  key,
  answers: [
    { code: 'yes', forms: 2 },
    { code: 'dont_know', forms: 1 },
  ],
}));
const hidden = (about: Parameters<typeof protectFormCounts>[2]) =>
  protectFormCounts(TALLIES, QUESTIONS, about).flatMap((one) => (one.hidden ? [one.key] : []));

describe('counts over forms', () => {
  it('tell no opinion of a part of the forms: two parts could be subtracted', () => {
    expect(hidden({ filter: { from: '2026-01-02' }, hospitals: 90 })).toEqual(['well_led']);
    expect(hidden({ filter: { region: 'Y56' }, hospitals: 90 })).toEqual(['well_led']);
    expect(hidden({ filter: {}, hospitals: 90 })).toEqual([]);
  });

  it('tell no opinion of fewer than three hospitals', () => {
    expect(hidden({ filter: {}, hospitals: 2 })).toEqual(['well_led']);
    expect(hidden({ filter: {}, hospitals: 3 })).toEqual([]);
    const [, opinion] = protectFormCounts(TALLIES, QUESTIONS, { filter: {}, hospitals: 2 });
    expect(opinion?.answers).toEqual([]);
  });

  it('have the words of the questionnaire, and words for what is no option', () => {
    const [first] = protectFormCounts(TALLIES, QUESTIONS, { filter: {}, hospitals: 3 });
    expect(first?.answers.map(({ label }) => label)).toEqual(['Yes', 'Don’t know']);
  });

  it('are made of every closed question of a questionnaire, the joint answers included', () => {
    const keys = formQuestions(getInstrument('1.1')!).map(({ key }) => key);
    expect(keys).toContain('co_located');
    expect(keys.slice(-2)).toEqual(['iapt_treats_mus_ltc', 'iapt_inreach']);
    expect(keys.filter((key) => /consent|comments|role/.test(key))).toEqual([]);
  });
});
