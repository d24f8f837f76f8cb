import { describe, expect, it } from 'vitest';

import { checkVerdicts } from './check-verdicts.js';
import { compareVersions } from './compare-versions.js';
import { EXAMPLE_SURVEY } from './example-survey.js';
import type { Instrument, Question } from './instrument.js';

/** The example with one question changed; undefined = without it. */
const changed = (variable: string, change: Partial<Question> | undefined): Instrument => ({
  ...EXAMPLE_SURVEY,
  pages: EXAMPLE_SURVEY.pages.map((page) => ({
    ...page,
    questions: page.questions.flatMap((question) => {
      if (question.variable !== variable) return [question];
      return change === undefined ? [] : [{ ...question, ...change }];
    }),
  })),
});
const differencesTo = (after: Instrument) =>
  compareVersions(EXAMPLE_SURVEY, after).filter(({ change }) => change !== 'unchanged');
const staff = EXAMPLE_SURVEY.pages[1]!.questions[1]!;
const professions = EXAMPLE_SURVEY.pages[1]!.questions[2]!;
const [doctors, nurses, dontKnow] = professions.options!;

describe('two versions of a questionnaire', () => {
  it('that are alike differ in nothing', () => {
    expect(differencesTo(EXAMPLE_SURVEY)).toEqual([]);
  });

  it.each<[string, string, Partial<Question>, string, string]>([
    ['other words', 'staff', { text: { en: 'How many people?' } }, 'text', 'minor_wording'],
    ['a translation', 'staff', { text: { ...staff.text, second: 'Faint?' } }, 'text', 'minor_wording'],
    ['other help', 'staff', { help: { en: 'Count everybody.' } }, 'help', 'minor_wording'],
    [
      'another label',
      'professions',
      { options: [{ ...doctors!, label: { en: 'Physicians' } }, nurses!, dontKnow!] },
      'option labels',
      'minor_wording',
    ],
    ['one option less', 'professions', { options: [doctors!, dontKnow!] }, 'options', 'not_comparable'],
    ['another range', 'staff', { number: { ...staff.number, max: 500 } }, 'range', 'not_comparable'],
    ['asked of others', 'staff', { relevance: undefined }, 'routing', 'not_comparable'],
    ['another type', 'name_of_team', { type: 'long_text' }, 'type', 'not_comparable'],
    ['another name in SPSS', 'staff', { spssName: 'staff_wte' }, 'names', 'same'],
    ['another publication class', 'staff', { publication: 'aggregate' }, 'publication', 'same'],
  ])('with %s', (_what, variable, change, part, proposed) => {
    const found = differencesTo(changed(variable, change)).find((each) => each.variable === variable);
    expect(found).toMatchObject({ change: 'changed', proposed });
    expect(found?.parts).toContain(part);
  });

  it('of which one has a question that the other has not', () => {
    const without = changed('remarks', undefined);
    expect(differencesTo(without)).toEqual([
      { variable: 'remarks', change: 'removed', parts: [], proposed: 'not_comparable' },
    ]);
    expect(compareVersions(without, EXAMPLE_SURVEY).at(-1)).toEqual({
      variable: 'remarks',
      change: 'added',
      parts: [],
      proposed: 'new',
    });
  });

  it('are compared row by row where they have a matrix', () => {
    const cover = EXAMPLE_SURVEY.pages[2]!.questions[0]!;
    const rows = [...cover.rows!, { code: 'weekend', label: { en: 'Weekends' } }];
    expect(differencesTo(changed('cover', { rows }))).toEqual([
      { variable: 'cover_weekend', change: 'added', parts: [], proposed: 'new' },
    ]);
  });
});

describe('the verdicts on a new version', () => {
  const after = changed('staff', { number: { ...staff.number, max: 500 } });
  const proposed = compareVersions(EXAMPLE_SURVEY, after).map((change) => ({
    variable: change.variable,
    verdict: change.proposed as string,
    note: '',
  }));
  const withVerdict = (variable: string, verdict: string, note = '') =>
    proposed.map((each) => (each.variable === variable ? { variable, verdict, note } : each));
  const codes = (verdicts: readonly { variable: string; verdict: string; note: string }[]) => {
    const result = checkVerdicts(EXAMPLE_SURVEY, after, verdicts);
    return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`);
  };

  it('are taken as proposed', () => {
    expect(checkVerdicts(EXAMPLE_SURVEY, after, proposed)).toEqual({ ok: true, value: proposed });
  });

  it('are needed for every question', () => {
    expect(codes([])).toHaveLength(proposed.length);
    expect(codes(proposed.slice(1))).toEqual(['VERDICT_MISSING hospital']);
  });

  it('may differ from the proposal when a note says why', () => {
    expect(codes(withVerdict('staff', 'same'))).toEqual(['VERDICT_NOTE_REQUIRED staff']);
    expect(codes(withVerdict('staff', 'same', 'Nobody gave more than 200.'))).toEqual([]);
  });

  it.each([
    ['new', 'BAD_VERDICT staff'],
    ['perhaps', 'BAD_VERDICT staff'],
  ])('cannot be "%s" for a question that was asked before', (verdict, problem) => {
    expect(codes(withVerdict('staff', verdict, 'because'))).toEqual([problem]);
  });

  it('cannot be about questions that nobody asked, or two about one', () => {
    expect(codes([...proposed, { variable: 'king', verdict: 'same', note: '' }])).toEqual([
      'VERDICT_UNKNOWN_QUESTION king',
    ]);
    expect(codes([...proposed, proposed[0]!])).toEqual(['VERDICT_TWICE hospital']);
  });
});
