import { describe, expect, it } from 'vitest';

import type { HospitalRecord } from '../cleaning/analysis-dataset.js';
import { resolveForms } from '../cleaning/resolve-forms.js';
import { aForm, answersV10 } from '../cleaning/synthetic/a-form.js';
import { type Instrument, type Question, questionsOf } from '../instrument/instrument.js';
import { getInstrument } from '../instrument/registry.js';
import { figureTable } from './figures.js';
import { indicatorPosition, perspectivePosition } from './indicator-position.js';
import { indicatorsOf } from './instrument-indicators.js';
import { pairedPerspectives } from './paired-perspectives.js';
import { disagreementRate, lateAgainstEarly, respondersByGroup } from './response-checks.js';

const option = (code: string, kind: 'substantive' | 'dont_know' = 'substantive') =>
  ({ code, label: { en: code.toUpperCase() }, kind }) as const;
const question = (variable: string, values: Partial<Question>): Question => ({
  variable,
  type: 'choice',
  text: { en: `About ${variable}?` },
  options: [option('yes'), option('no'), option('dk', 'dont_know')],
  required: 'no',
  privacy: 'none',
  publication: 'open',
  source: 'test',
  ...values,
});

/** A questionnaire that nobody wrote code for. */
const DESIGNED: Instrument = {
  key: 'designed',
  version: '1.0',
  title: { en: 'Designed' },
  status: 'published',
  changeNote: '',
  information: [],
  pages: [
    {
      id: 'one',
      title: { en: 'One' },
      optional: false,
      questions: [
        question('hospital', { type: 'hospital', options: [] }),
        question('night_cover', {}),
        question('model', { options: [option('hub'), option('spoke'), option('mixed')] }),
        question('teams', { type: 'multi_choice', options: [option('adult'), option('older')] }),
        question('satisfied', { privacy: 'opinion', publication: 'aggregate' }),
        question('my_name', { privacy: 'personal', publication: 'never' }),
        question('remarks', { type: 'long_text', options: [] }),
      ],
    },
  ],
};

describe('indicators of a questionnaire', () => {
  it('are made for every closed question without code, and for nothing personal or free', () => {
    expect(
      indicatorsOf(DESIGNED).map(({ id, counts, disclosureClass }) => [id, counts, disclosureClass]),
    ).toEqual([
      ['night_cover', 'yes', 'organisations'],
      ['model.hub', 'hub', 'organisations'],
      ['model.spoke', 'spoke', 'organisations'],
      ['model.mixed', 'mixed', 'organisations'],
      ['teams.adult', 'yes', 'organisations'],
      ['teams.older', 'yes', 'organisations'],
      ['satisfied', 'yes', 'opinions'],
    ]);
  });

  it('begin with the two of every release, in both built-in versions, and have ids of their own', () => {
    for (const version of ['1.0', '1.1']) {
      const ids = indicatorsOf(getInstrument(version)).map(({ id }) => id);
      expect(ids.slice(0, 2)).toEqual(['iapt-treats-mus-ltc', 'iapt-in-reach']);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.some((id) => id.startsWith('consent') || id.startsWith('role'))).toBe(false);
    }
    expect(indicatorsOf(getInstrument('1.1')).map(({ id }) => id)).toContain('co_located');
  });
});

describe('the positions behind them', () => {
  const form = (
    responseId: string,
    odsCode: string,
    answers: Record<string, string | readonly string[]>,
    more: object = {},
  ) =>
    aForm({
      responseId,
      odsCode,
      answers: Object.fromEntries(
        Object.entries(answers).map(([key, given]) => [
          key,
          given === 'dk' ? { missing: 'dont_know' as const } : { given },
        ]),
      ),
      ...more,
    });
  const frame = ['A', 'B', 'C', 'D'].map((odsCode) => ({ odsCode, name: odsCode, town: odsCode }));
  const { hospitals } = resolveForms(
    [
      form(
        'a1',
        'A',
        { night_cover: 'yes', model: 'hub', teams: ['adult'] },
        { submittedAt: '2026-01-01T00:00:00Z' },
      ),
      form(
        'a2',
        'A',
        { night_cover: 'no', model: 'dk' },
        { respondent: 'second', idempotencyKey: 'a2', submittedAt: '2026-01-02T00:00:00Z' },
      ),
      form(
        'b1',
        'B',
        { night_cover: 'dk', model: 'spoke', teams: ['older'] },
        { idempotencyKey: 'b1', respondent: 'b', submittedAt: '2026-02-01T00:00:00Z' },
      ),
      form(
        'b2',
        'B',
        { night_cover: 'yes' },
        { idempotencyKey: 'b2', respondent: 'b2', perspective: 'iapt', submittedAt: '2026-02-01T00:00:00Z' },
      ),
      form(
        'c1',
        'C',
        { night_cover: 'yes', model: 'hub' },
        { idempotencyKey: 'c1', respondent: 'c', submittedAt: '2026-03-01T00:00:00Z' },
      ),
    ],
    { roundKind: 'synthetic', frame, unitOfAnalysis: 'site', questions: questionsOf(DESIGNED) },
  );
  const record = (code: string): HospitalRecord => hospitals.find(({ odsCode }) => odsCode === code)!;
  const indicator = (id: string) => indicatorsOf(DESIGNED).find((one) => one.id === id)!;
  const position = (code: string, id: string) => indicatorPosition(record(code), indicator(id));

  it('agree, conflict, do not know, were not asked or are silent', () => {
    expect(['A', 'B', 'C', 'D'].map((code) => position(code, 'night_cover'))).toEqual([
      'conflict',
      'dont_know',
      'yes',
      'no_reply',
    ]);
    expect(['A', 'B', 'C', 'D'].map((code) => position(code, 'model.hub'))).toEqual([
      'yes',
      'no',
      'yes',
      'no_reply',
    ]);
    expect(['A', 'B', 'C'].map((code) => position(code, 'teams.adult'))).toEqual(['yes', 'no', 'not_asked']);
  });

  it('are each perspective’s own beside the hospital’s', () => {
    expect(perspectivePosition(record('B'), indicator('night_cover'), 'iapt')).toBe('yes');
    expect(perspectivePosition(record('A'), indicator('night_cover'), 'iapt')).toBe('no_reply');
    const { pairs, agree, differ, table } = pairedPerspectives(
      hospitals,
      indicator('night_cover'),
      'liaison',
      'iapt',
    );
    expect(pairs).toEqual([{ odsCode: 'B', first: 'dont_know', second: 'yes', agreement: 'differs' }]);
    expect([agree, differ, table[2]]).toEqual([0, 1, [1, 0, 0, 0]]);
  });

  it('disagree as often as sets of several forms differ', () => {
    expect(disagreementRate(hospitals, indicator('night_cover'))).toEqual({ sets: 1, differing: 1, rate: 1 });
    expect(disagreementRate(hospitals, indicator('teams.adult'))).toEqual({
      sets: 0,
      differing: 0,
      rate: null,
    });
  });

  it('are compared between early and late responders, and responders with the silent', () => {
    expect(lateAgainstEarly(hospitals, indicator('model.hub'))).toMatchObject({
      early: { hospitals: 2, yes: 1, no: 1 },
      late: { hospitals: 1, yes: 1, no: 0 },
    });
    expect(lateAgainstEarly([record('D')], indicator('model.hub'))).toBeNull();
    const units = hospitals.map(({ odsCode }) => ({
      odsCode,
      code: odsCode < 'C' ? 'north' : 'south',
      name: odsCode < 'C' ? 'North' : 'South',
      position: position(odsCode, 'model.hub'),
    }));
    expect(respondersByGroup(units).groups).toEqual([
      { code: 'north', name: 'North', responders: 2, nonResponders: 0 },
      { code: 'south', name: 'South', responders: 1, nonResponders: 1 },
    ]);
    expect(figureTable(units, units, 4)[0]).toMatchObject({ yes: 2, no: 1, notKnown: 1, countsOnly: true });
  });

  it('of the built-in items are the same with and without the questions of the questionnaire', () => {
    const forms = [
      aForm({ responseId: 'x', odsCode: 'A', answers: answersV10({ treats: 'yes', inReach: 'dk' }) }),
    ];
    const options = { roundKind: 'synthetic', frame, unitOfAnalysis: 'site' } as const;
    const instrument = getInstrument('1.0');
    const plain = resolveForms(forms, options).hospitals;
    const full = resolveForms(forms, { ...options, questions: questionsOf(instrument) }).hospitals;
    for (const one of indicatorsOf(instrument))
      expect(full.map((each) => indicatorPosition(each, one))).toEqual(
        plain.map((each) => indicatorPosition(each, one)),
      );
  });
});
