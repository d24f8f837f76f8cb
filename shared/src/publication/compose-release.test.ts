import { describe, expect, it } from 'vitest';

import { checkRelease } from './check-release.js';
import { composeRelease } from './compose-release.js';
import { type ExampleAnswer, exampleDataset, exampleInput, exampleRelease } from './example-dataset.js';
import { exampleFrame } from './example-frame.js';
import type { ReleaseDocument } from './release.js';

const frame = exampleFrame(12);
const codes = frame.map(({ odsCode }) => odsCode);
const ALL = { nameFacts: true, nameDontKnow: true, nameSilence: true };

const answers: Readonly<Record<string, ExampleAnswer>> = {
  RW603: { treats: 'yes', inReach: 'yes', score: 80 },
  RH801: { treats: 'yes', inReach: 'yes', score: 12, nameScore: false },
  RA301: { treats: 'no', inReach: 'no', otherService: 'no' },
  RWA01: { treats: 'no', inReach: 'no', otherService: 'yes' },
  ZZ005: { treats: 'dont_know', inReach: 'dont_know' },
  ZZ006: { treats: 'conflict', inReach: 'no' },
  ZZ007: { treats: 'yes', inReach: 'no', nameFacts: false, otherService: 'no' },
};
const of = (release: ReleaseDocument, odsCode: string) =>
  release.hospitals.find((hospital) => hospital.odsCode === odsCode);
const indicator = (release: ReleaseDocument, id: string) =>
  release.indicators.find((found) => found.id === id);

describe('the release of a round', () => {
  it('names facts with consent, and neither silence nor not knowing by default', () => {
    const release = exampleRelease('live', frame, answers);
    expect(
      Object.fromEntries(release.hospitals.map(({ odsCode, category }) => [odsCode, category])),
    ).toMatchObject({
      RW603: 'G4',
      RH801: 'GP',
      RA301: 'G0',
      RWA01: 'G0',
      ZZ005: 'NP',
      ZZ006: 'NP',
      ZZ007: 'NP',
      ZZ008: 'NP',
    });
  });

  it('shows hospitals whose state may not be named all alike, so that nobody can tell why', () => {
    const release = exampleRelease('live', frame, answers);
    const shown = ['ZZ005', 'ZZ006', 'ZZ007', 'ZZ008'].map((odsCode) => {
      const { category, label, otherProvision, isGap, score, marker } = of(release, odsCode) ?? {};
      return JSON.stringify({ category, label, otherProvision, isGap, score, marker });
    });
    expect(new Set(shown).size).toBe(1);
  });

  it('names everything in a round that says so, except without consent', () => {
    const release = exampleRelease('synthetic', frame, answers, { settings: ALL });
    expect(['ZZ005', 'ZZ006', 'ZZ007', 'ZZ009'].map((code) => of(release, code)?.category)).toEqual([
      'DK',
      'CF',
      'NP',
      'NR',
    ]);
  });

  it('withholds a silent hospital too where the totals would give one answer away', () => {
    const named = exampleRelease('synthetic', frame, answers, { settings: ALL });
    const withheld = named.hospitals
      .filter(({ category }) => category === 'NP')
      .map(({ odsCode }) => odsCode);
    expect(withheld).toEqual(['ZZ007', 'ZZ008']);
  });

  it('counts everything analysed in the totals, named or not', () => {
    const release = exampleRelease('live', frame, answers);
    expect(indicator(release, 'iapt-treats-mus-ltc')).toMatchObject({
      yes: 3,
      no: 2,
      dontKnow: 1,
      notKnown: 6,
      frame: 12,
    });
    expect(indicator(release, 'iapt-in-reach')).toMatchObject({ yes: 2, no: 4, dontKnow: 1, notKnown: 5 });
    expect(release.responseRate).toEqual({ answered: 7, frame: 12, rate: 7 / 12 });
  });

  it('shows a score with its band and only with consent, and no statistic that gives a hidden one away', () => {
    const { scores, hospitals } = exampleRelease('live', frame, answers);
    expect(scores).toEqual({
      n: 2,
      median: null,
      min: null,
      max: null,
      values: [{ odsCode: 'RW603', name: 'Royal Oldham Hospital', score: 80 }],
    });
    expect(hospitals.filter(({ score }) => score !== null)).toHaveLength(1);
    const other = { ...answers, RH801: { ...answers.RH801, score: 99 } };
    expect(exampleRelease('live', frame, other)).toEqual(exampleRelease('live', frame, answers));
  });

  it('speaks of a gap only where no other service is known to be there', () => {
    const release = exampleRelease('live', frame, answers);
    expect([of(release, 'RA301')?.isGap, of(release, 'RA301')?.label]).toEqual([
      true,
      expect.stringMatching(/^Gap: /),
    ]);
    expect([of(release, 'RWA01')?.isGap, of(release, 'RWA01')?.label]).toEqual([
      false,
      expect.stringContaining('other integrated service on site'),
    ]);
    expect(release.hospitals.filter(({ isGap }) => isGap)).toHaveLength(1);
  });

  it('begins every name of a synthetic round with DEMO, also beside its score', () => {
    const release = exampleRelease('synthetic', frame, answers);
    for (const { name } of [...release.hospitals, ...release.scores.values]) expect(name).toMatch(/^DEMO /);
  });

  it('says whose view a score is, and keeps an odd pair of answers as given', () => {
    const odd = exampleRelease('live', frame, { RW603: { treats: 'no', inReach: 'yes', score: 60 } });
    expect(of(odd, 'RW603')?.category).toBe('G3');
    expect(of(odd, 'RW603')?.marker).toBe(
      'Integration as judged by the liaison team, 1 respondent. In-reach is reported together with no IAPT ' +
        'provision for MUS/LTC; both answers stand as given.',
    );
  });

  it('does not let slip beside in-reach that a team did not know about provision', () => {
    const rows = (treats: 'dont_know' | 'yes') =>
      exampleRelease('live', frame, { RW603: { treats, inReach: 'yes', score: 60 } }).hospitals;
    expect(rows('dont_know')).toEqual(rows('yes'));
  });

  it('leaves a score out that stands without reported in-reach', () => {
    expect(
      exampleRelease('live', frame, { RW603: { treats: 'yes', inReach: 'conflict', score: 60 } }).scores.n,
    ).toBe(0);
  });

  it('takes the declared size of the frame where there is one', () => {
    const input = exampleInput('live', frame, answers);
    const release = composeRelease({ ...input, frame: { ...input.frame, declaredSize: 20 } });
    expect(release.responseRate.frame).toBe(20);
    expect(release.indicators.map((found) => found.frame)).toEqual([20, 20]);
  });

  it.each([
    ['live', undefined],
    ['synthetic', ALL],
  ] as const)('passes the checks before storing (%s)', (kind, settings) => {
    const release = exampleRelease(kind, frame, answers, settings === undefined ? {} : { settings });
    expect(checkRelease(release, codes)).toEqual([]);
  });

  it('passes them in a round that nobody has answered yet', () => {
    expect(checkRelease(exampleRelease('live', frame, {}), codes)).toEqual([]);
  });

  it('tells the reader what "not published" can mean in this round', () => {
    const [note] = exampleRelease('live', frame, answers).notes;
    expect(note?.text).toContain('did not agree to be named');
    expect(note?.text).toContain('did not answer');
    const [open] = exampleRelease('synthetic', frame, answers, { settings: ALL }).notes;
    expect(open?.text).not.toContain('did not answer');
  });

  it('refuses a published-facts round, whose figures come from its report only', () => {
    expect(() => exampleRelease('published_facts', frame, answers)).toThrow(RangeError);
  });

  it('refuses answers of another kind of round', () => {
    expect(() =>
      exampleRelease('live', frame, {}, { dataset: exampleDataset('synthetic', frame, {}) }),
    ).toThrow(RangeError);
  });

  it.each([
    ['lacks a hospital of the frame', frame.slice(1)],
    ['holds another hospital instead', [...frame.slice(1), ...exampleFrame(13).slice(12)]],
  ])('refuses a dataset that %s', (_case, other) => {
    expect(() => exampleRelease('live', frame, {}, { dataset: exampleDataset('live', other, {}) })).toThrow(
      RangeError,
    );
  });
});
