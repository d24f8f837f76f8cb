import { describe, expect, it } from 'vitest';

import type { Answers } from '../instrument/answer-value.js';
import { getInstrument } from '../instrument/registry.js';
import { firstUnanswered, nextPage, pagesToShow, previousPage } from './next-page.js';

const v1_1 = getInstrument('1.1');
const IN_REACH: Answers = { iapt_inreach_mus: { given: 'no' }, iapt_inreach_ltc: { given: 'yes' } };
const NO_IN_REACH: Answers = {
  iapt_inreach_mus: { given: 'no' },
  iapt_inreach_ltc: { missing: 'dont_know' },
};

const pageIds = (draft: Answers) => pagesToShow(v1_1, draft).map(({ id }) => id);

describe('the pages of the answering form', () => {
  it('leave out what routing hides', () => {
    expect(pageIds(NO_IN_REACH)).toEqual([
      'hospital',
      'role',
      'perspective',
      'population',
      'country',
      'iapt_treats_mus',
      'iapt_treats_ltc',
      'iapt_inreach_mus',
      'iapt_inreach_ltc',
      'comments',
      'service',
      'consent',
    ]);
    expect(pageIds(IN_REACH)).toEqual(v1_1.pages.map(({ id }) => id));
  });

  it('carry only the questions that are asked', () => {
    const questionsOn = (draft: Answers, pageId: string) =>
      pagesToShow(v1_1, draft)
        .find(({ id }) => id === pageId)
        ?.questions.map(({ variable }) => variable);
    expect(questionsOn(NO_IN_REACH, 'consent')).toEqual(['consent_facts', 'consent_quote']);
    expect(questionsOn(IN_REACH, 'consent')).toEqual(['consent_facts', 'consent_score', 'consent_quote']);
    expect(questionsOn(NO_IN_REACH, 'service')).toEqual([
      'psychology_on_site',
      'other_integrated_service',
      'planned_start',
    ]);
  });

  it.each<[string, Answers, string, string | undefined, string | undefined]>([
    ['the first page', {}, 'hospital', undefined, 'role'],
    ['in-reach for LTC with a yes', IN_REACH, 'iapt_inreach_ltc', 'iapt_inreach_mus', 'integration'],
    ['in-reach for LTC without', NO_IN_REACH, 'iapt_inreach_ltc', 'iapt_inreach_mus', 'comments'],
    ['a page that is hidden by now', NO_IN_REACH, 'positives', 'iapt_inreach_ltc', 'comments'],
    ['the last page', NO_IN_REACH, 'consent', 'service', undefined],
  ])('before and after %s', (_page, draft, pageId, before, after) => {
    expect(previousPage(v1_1, draft, pageId)?.id).toBe(before);
    expect(nextPage(v1_1, draft, pageId)?.id).toBe(after);
  });

  it('lead forth and back along the same way', () => {
    const forth = pageIds(IN_REACH);
    const walked: string[] = [];
    for (let page = pagesToShow(v1_1, IN_REACH).at(0); page; page = nextPage(v1_1, IN_REACH, page.id))
      walked.push(page.id);
    expect(walked).toEqual(forth);
    const back: string[] = [];
    for (let page = pagesToShow(v1_1, IN_REACH).at(-1); page; page = previousPage(v1_1, IN_REACH, page.id))
      back.unshift(page.id);
    expect(back).toEqual(forth);
  });

  it('throw for a page that does not exist', () => {
    expect(() => nextPage(v1_1, {}, 'nowhere')).toThrow(RangeError);
    expect(() => previousPage(v1_1, {}, 'nowhere')).toThrow(RangeError);
  });
});

describe('where to go on after an interruption', () => {
  const all: Answers = Object.fromEntries(
    v1_1.pages.flatMap((page) => page.questions.map(({ variable }) => [variable, { given: 'yes' }] as const)),
  );

  it.each<[string, Answers, string | undefined]>([
    ['nothing was answered', {}, 'hospital'],
    ['the hospital is known', { hospital: { given: 'RTE03' } }, 'role'],
    ['a required question was left empty', { ...all, country: { missing: 'skipped' } }, 'country'],
    ['a text was left empty on purpose', { ...all, comments: { missing: 'skipped' } }, undefined],
    ["I don't know was chosen", { ...all, iapt_treats_mus: { missing: 'dont_know' } }, undefined],
    ['everything was dealt with', all, undefined],
  ])('when %s', (_case, draft, pageId) => {
    expect(firstUnanswered(v1_1, draft)?.id).toBe(pageId);
  });
});
