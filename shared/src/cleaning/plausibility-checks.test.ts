import { describe, expect, it } from 'vitest';

import type { Form } from '../fieldwork/response.js';
import type { Answers } from '../instrument/answer-value.js';
import { CHECK_IDS, checkOf, PLAUSIBILITY_CHECKS, type CheckId } from './plausibility-checks.js';
import { aForm, answersV10 } from './synthetic/a-form.js';

const all = (value: Answers[string]): Answers =>
  Object.fromEntries(
    [
      'iapt_treats_mus',
      'iapt_treats_ltc',
      'iapt_inreach_mus',
      'iapt_inreach_ltc',
      'complexity_accepted',
      'co_located',
      'shared_record',
      'liaison_supervises',
      'case_meetings',
      'psychology_on_site',
    ].map((variable) => [variable, value]),
  );
const fails = (id: CheckId, form: Partial<Form>, threshold = checkOf(id).threshold): boolean =>
  checkOf(id).fails(aForm(form), threshold);

describe('plausibility checks', () => {
  it('are data: each once, with words and a threshold', () => {
    expect(PLAUSIBILITY_CHECKS.map(({ id }) => id)).toEqual(CHECK_IDS);
    expect(() => checkOf('nothing')).toThrow(RangeError);
  });

  it('flag in-reach without provision, known or not, and nothing else', () => {
    const id = 'in_reach_without_provision';
    expect(fails(id, { answers: answersV10({ inReach: 'yes', treats: 'no' }) })).toBe(true);
    expect(fails(id, { answers: answersV10({ inReach: 'yes', treats: 'dk' }) })).toBe(true);
    expect(fails(id, { answers: answersV10({ inReach: 'yes', treats: 'yes' }) })).toBe(false);
    expect(fails(id, { answers: answersV10({ inReach: 'no', treats: 'no' }) })).toBe(false);
  });

  it('flag a form that hardly knows anything, from the threshold on', () => {
    expect(fails('mostly_unknown', { answers: all({ missing: 'dont_know' }) })).toBe(true);
    expect(
      fails(
        'mostly_unknown',
        { answers: { ...all({ missing: 'dont_know' }), co_located: { given: 'no' } } },
        1,
      ),
    ).toBe(false);
  });

  it('flag a form that answers hardly anything', () => {
    expect(
      fails('mostly_skipped', { answers: { ...all({ missing: 'skipped' }), co_located: { given: 'no' } } }),
    ).toBe(true);
    expect(fails('mostly_skipped', { answers: all({ given: 'no' }) })).toBe(false);
  });

  it('flag the same answer throughout, but not don’t know', () => {
    expect(fails('same_answer_throughout', { answers: all({ given: 'yes' }) })).toBe(true);
    expect(fails('same_answer_throughout', { answers: all({ missing: 'dont_know' }) })).toBe(false);
    expect(
      fails('same_answer_throughout', { answers: { ...all({ given: 'yes' }), co_located: { given: 'no' } } }),
    ).toBe(false);
  });

  it('flag a high score with nothing shared', () => {
    const scored = (integration: number) => ({
      answers: { ...all({ given: 'no' }), integration: { given: integration } },
    });
    expect(fails('high_score_nothing_shared', scored(75))).toBe(true);
    expect(fails('high_score_nothing_shared', scored(74))).toBe(false);
  });

  it('flag a score at an end, 0 as well as 100', () => {
    const scored = (integration: number) => ({ answers: { integration: { given: integration } } });
    expect([0, 3, 50, 97, 100].map((score) => fails('score_at_an_end', scored(score), 3))).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });
});
