import { describe, expect, it } from 'vitest';

import { BENEFITS_SHEET } from './estimate-benefits.js';
import { NEED_SHEET } from './estimate-need.js';
import { ESTIMATE_SHEETS } from './estimate-sheets.js';
import { TRAINING_SHEET } from './estimate-training.js';
import { isMixFarOff, WORKFORCE_SHEET } from './estimate-workforce.js';
import {
  CASES,
  type EstimateResult,
  type EstimateSheet,
  estimateSheet,
  twoFigures,
  widestInput,
} from './estimate.js';
import { readEstimate, shownText } from './read-estimate.js';

const read = (sheet: EstimateSheet, typed: Readonly<Record<string, string>>) =>
  readEstimate(sheet, (box) => typed[box] ?? null);

const results = (sheet: EstimateSheet, typed: Readonly<Record<string, string>>) => {
  const { values, problems } = read(sheet, typed);
  expect(problems).toEqual([]);
  return new Map(estimateSheet(sheet, values).map(({ output, result }) => [output.key, result]));
};

/** Low, central and high rounded to whole numbers, or the state when there are none. */
const rounded = (result: EstimateResult | undefined): readonly number[] | string =>
  result?.state === 'estimated'
    ? CASES.map((one) => Math.round(result.values[one]))
    : (result?.state ?? 'no output');
const exact = (result: EstimateResult | undefined): number =>
  result?.state === 'estimated' ? result.values.central : Number.NaN;

describe('need for 500,000 people', () => {
  const need = results(NEED_SHEET, { p: '500,000' });
  it.each([
    ['n-ltc', [150_000, 150_000, 150_000]],
    ['n-comorbid', [45_000, 45_000, 105_000]],
    ['t-all', [13_636, 13_636, 13_636]],
    ['t-exp', [3636, 3636, 3636]],
    ['t-25', [11_250, 11_250, 26_250]],
  ])('%s is %j', (key, expected) => expect(rounded(need.get(key))).toEqual(expected));

  it('adds 400,000 people in England, as the expansion meant to', () => {
    expect(exact(results(NEED_SHEET, { p: '55000000' }).get('t-exp'))).toBeCloseTo(400_000, 6);
  });

  it('is not known without a population, and never 0', () => {
    const none = results(NEED_SHEET, {});
    expect(none.get('n-ltc')).toEqual({ state: 'input_missing', missing: ['p'] });
    expect(none.get('mus-op')).toEqual({ state: 'input_missing', missing: ['op'] });
  });

  it('takes 0 as a number when somebody enters it', () => {
    expect(rounded(results(NEED_SHEET, { p: '0' }).get('n-ltc'))).toEqual([0, 0, 0]);
  });
});

describe('medically unexplained symptoms', () => {
  it('come from activity by two routes, each with its own shares', () => {
    const mus = results(NEED_SHEET, { op: '100,000', gp: '1,000,000' });
    expect(rounded(mus.get('mus-op'))).toEqual([40_000, 40_000, 66_000]);
    expect(rounded(mus.get('mus-gp'))).toEqual([150_000, 300_000, 450_000]);
  });

  it('give people with depression or anxiety only when people were entered, not visits', () => {
    expect(rounded(results(NEED_SHEET, { op: '100000' }).get('mus-op-da'))).toBe('input_missing');
    expect(rounded(results(NEED_SHEET, { op: '1000', ppl: '100' }).get('mus-op-da'))).toEqual([
      160, 280, 462,
    ]);
  });
});

describe('the mix 30 / 60 / 10', () => {
  it.each([
    ['20', [6, 12, 2]],
    ['45', [13.5, 27, 4.5]],
  ])('of %s posts is %j', (t, expected) => {
    const staff = results(WORKFORCE_SHEET, { t });
    ['pwp', 'hit', 'sen'].forEach((role, at) =>
      expect(exact(staff.get(`t-req-${role}`))).toBeCloseTo(expected[at] ?? Number.NaN, 9),
    );
  });

  it.each([
    ['20', [6, 12, 2]],
    ['45', [13, 27, 5]],
    ['15', [4, 9, 2]],
    ['7', [2, 4, 1]],
    ['1', [0, 1, 0]],
    ['0', [0, 0, 0]],
    ['6.2', [2, 4, 1]],
  ])('of %s is %j people', (t, expected) => {
    const staff = results(WORKFORCE_SHEET, { t });
    expect(['pwp', 'hit', 'sen'].map((role) => exact(staff.get(`t-head-${role}`)))).toEqual(expected);
  });

  it('is worked out from courses, in whole posts', () => {
    const staff = results(WORKFORCE_SHEET, { c: '4001', w: '200' });
    expect(exact(staff.get('c-total'))).toBe(21);
    expect(staff.get('t-req-pwp')?.state).toBe('input_missing');
    expect(results(WORKFORCE_SHEET, { c: '4001', w: '0' }).get('c-total')?.state).toBe('not_applicable');
  });

  it('has a gap only where the staff of today are known', () => {
    const staff = results(WORKFORCE_SHEET, { t: '20', 'x-pwp': '4', 'x-hit': '15' });
    expect(exact(staff.get('t-gap-pwp'))).toBe(2);
    expect(exact(staff.get('t-gap-hit'))).toBe(-3);
    expect(staff.get('t-gap-sen')).toEqual({ state: 'input_missing', missing: ['x-sen'] });
  });

  it('is compared with the mix of today: not applicable for nobody, not known where a role is', () => {
    const mixOf = (pwp: string, hit: string, sen: string) =>
      results(WORKFORCE_SHEET, { 'x-pwp': pwp, 'x-hit': hit, 'x-sen': sen }).get('mix');
    expect(mixOf('0', '0', '0')).toEqual({ state: 'not_applicable' });
    expect(mixOf('4', '6', '')?.state).toBe('input_missing');
    expect(exact(mixOf('5', '5', '0'))).toBeCloseTo(0.2, 9);
    expect([isMixFarOff(0.2), isMixFarOff(0.1)]).toEqual([true, false]);
  });

  it('refuses shares that do not add up', () => {
    expect(read(WORKFORCE_SHEET, { 's-pwp': '40' }).problems).toMatchObject([{ code: 'INPUTS_DISAGREE' }]);
  });

  it('gives 41 of the 4,500 to 500,000 people', () => {
    expect(rounded(results(WORKFORCE_SHEET, { p: '500000' }).get('fair'))).toEqual([41, 41, 41]);
  });
});

describe('top-up training', () => {
  it('is for everybody who moves and for supervisors; trainees follow those who move', () => {
    const training = results(TRAINING_SHEET, {
      'm-pwp': '3',
      'm-hit': '5',
      'm-hit.high': '8',
      sup: '2',
      n: '12',
    });
    expect(rounded(training.get('topup'))).toEqual([10, 10, 13]);
    expect(rounded(training.get('back'))).toEqual([8, 8, 11]);
    expect(exact(training.get('attend'))).toBe(10);
  });

  it.each([
    ['10', 8],
    ['5', 4],
    ['11', 9],
  ])('of %s sessions asks for at least %i', (n, expected) =>
    expect(exact(results(TRAINING_SHEET, { n }).get('attend'))).toBe(expected),
  );
});

describe('benefits', () => {
  it('of 1,000 recoveries run from nothing to the whole difference', () => {
    const value = results(BENEFITS_SHEET, { n: '2000' });
    expect(exact(value.get('rec'))).toBe(1000);
    expect(['v-0', 'v-50', 'v-100'].map((key) => exact(value.get(key)))).toEqual([0, 880_000, 1_760_000]);
  });

  it('have no realisation factor unless somebody chooses one', () => {
    expect(results(BENEFITS_SHEET, { n: '2000' }).get('v-own')).toEqual({
      state: 'input_missing',
      missing: ['rho'],
    });
    expect(exact(results(BENEFITS_SHEET, { n: '2000', rho: '25' }).get('v-own'))).toBe(440_000);
  });
});

describe('what is published where the sources disagree', () => {
  const published = (sheet: EstimateSheet, key: string) => {
    const values = sheet.inputs.find((input) => input.key === key)?.published;
    return values == null ? null : CASES.map((one) => values[one]);
  };
  it.each([
    ['people with a long-term condition', 'ltc', [0.3, 0.3, 0.3]],
    ['a mental health problem beside it', 'mh', [0.3, 0.3, 0.7]],
    ['depression or anxiety', 'da', [6 / 55, 6 / 55, 6 / 55]],
    ['the access standard', 'a', [0.25, 0.25, 0.25]],
    ['the access standard of 2015', 'a0', [0.15, 0.15, 0.15]],
    ['the part of the expansion', 's', [2 / 3, 2 / 3, 2 / 3]],
    ['MUS in outpatients', 'qo', [0.4, 0.4, 0.66]],
    ['MUS in primary care', 'qg', [0.15, 0.3, 0.45]],
    ['MUS with depression or anxiety', 'mda', [0.4, 0.7, 0.7]],
  ])('%s', (_what, key, expected) => expect(published(NEED_SHEET, key)).toEqual(expected));

  it('costs differ by 1,760 pounds, which is 45 per cent and not "around 50"', () => {
    const [high, low] = ['ch', 'cl'].map((key) => published(BENEFITS_SHEET, key)?.[1] ?? Number.NaN);
    expect([high! - low!, Math.round((high! / low! - 1) * 100)]).toEqual([1760, 45]);
    expect(published(BENEFITS_SHEET, 'r')).toEqual([0.32, 0.5, 0.5]);
    expect(published(BENEFITS_SHEET, 'rho')).toBeNull();
  });
});

describe('what is typed on a sheet', () => {
  it.each([
    ['p', 'many', 'NOT_A_NUMBER'],
    ['p', '-3', 'NOT_A_NUMBER'],
    ['p', '5,00', 'NOT_A_NUMBER'],
    ['ltc', '101', 'NOT_A_NUMBER'],
    ['qg', '10', 'NOT_IN_ORDER'],
    ['mh.low', '40', 'NOT_IN_ORDER'],
  ])('%s = %s is refused as %s, and its results are not given', (box, text, code) => {
    const { problems, values } = read(NEED_SHEET, { p: '1000', [box]: text });
    expect(problems).toMatchObject([{ code }]);
    expect(values.has(box.split('.')[0] ?? '')).toBe(false);
  });

  it('is taken with separators, pounds and per cent', () => {
    const { values } = read(BENEFITS_SHEET, { ch: '£6,000', 'ch.high': '6500', r: '45%', 'r.high': '45.5' });
    expect(values.get('ch')).toEqual({ low: 6000, central: 6000, high: 6500 });
    expect(values.get('r')).toEqual({ low: 0.32, central: 0.45, high: 0.455 });
  });

  it('takes low and high along with the central value where they are not published apart from it', () => {
    const { values } = read(NEED_SHEET, { ltc: '25', mh: '20' });
    expect(values.get('ltc')).toEqual({ low: 0.25, central: 0.25, high: 0.25 });
    expect(values.get('mh')).toEqual({ low: 0.2, central: 0.2, high: 0.7 });
    const [ltc, mh] = NEED_SHEET.inputs.slice(1, 3);
    const typed = (box: string) => (box === 'mh' ? '20' : null);
    expect(shownText(mh!, 'low', typed)).toBe('20');
    expect(shownText(mh!, 'high', typed)).toBe('70');
    expect(shownText(ltc!, 'low', typed)).toBe('30');
  });

  it('needs a central value where none is published', () => {
    expect(read(WORKFORCE_SHEET, { 't.low': '3' }).problems).toMatchObject([
      { code: 'CENTRAL_MISSING', field: 't' },
    ]);
  });
});

describe('a sheet', () => {
  it.each(ESTIMATE_SHEETS.map((sheet) => [sheet.id, sheet] as const))(
    '%s names a source for every input and lists what each result needs',
    (_id, sheet) => {
      const keys = sheet.inputs.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { source } of sheet.inputs) expect(source).toMatch(/^\d{3}:\d|^No(ne| source)/);
      for (const { needs } of sheet.outputs) expect(keys).toEqual(expect.arrayContaining([...needs]));
      const typed = Object.fromEntries(
        sheet.inputs.filter(({ published }) => published === null).map(({ key }) => [key, '1']),
      );
      const { values } = read(sheet, typed);
      for (const { output, result } of estimateSheet(sheet, values)) {
        expect(result.state, output.key).not.toBe('input_missing');
      }
    },
  );

  it('names the input whose range is widest among those in use', () => {
    const widest = (typed: Readonly<Record<string, string>>) =>
      widestInput(NEED_SHEET, read(NEED_SHEET, typed).values)?.key;
    expect(widest({ p: '1000' })).toBe('mh');
    expect(widest({ p: '1000', gp: '5000' })).toBe('qg');
    expect(widest({})).toBeUndefined();
  });

  it('is quoted in prose to two significant figures', () => {
    expect([13_636, 45_000, 105_000, 3.75, 0, 7, 0.304].map(twoFigures)).toEqual([
      14_000, 45_000, 110_000, 3.8, 0, 7, 0.3,
    ]);
  });
});
