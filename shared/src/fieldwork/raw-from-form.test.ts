import { describe, expect, it } from 'vitest';

import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import { missingOnPage } from './missing-on-page.js';
import { parsePage } from './parse-page.js';
import { isBlank, rawFromForm } from './raw-from-form.js';

const codes = (result: ReturnType<typeof parsePage>): string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code);

describe('rawFromForm', () => {
  it.each([
    ['a listed hospital', ['RXX01'], [''], ['RXX01']],
    ['a hospital that is not listed', ['other'], [' St Elsewhere '], ['other:St Elsewhere']],
    ['a name typed without choosing "not listed"', [''], ['St Elsewhere'], ['other:St Elsewhere']],
    ['"not listed" without a name', ['other'], [''], ['other']],
    ['both, which the validation refuses', ['RXX01'], ['St Elsewhere'], ['RXX01', 'other:St Elsewhere']],
    ['neither', [''], [''], []],
  ])('reads %s', (_case, hospital, hospital_other, given) => {
    expect(rawFromForm(INSTRUMENT_V1_1, { hospital, hospital_other })).toEqual({ hospital: { given } });
  });

  it('refuses a listed hospital together with a typed one', () => {
    const raw = rawFromForm(INSTRUMENT_V1_1, { hospital: ['RXX01'], hospital_other: ['St Elsewhere'] });
    expect(codes(parsePage(INSTRUMENT_V1_1, 'hospital', raw, {}))).toEqual(['TOO_MANY_ANSWERS']);
  });

  it('leaves out what steers the form, and keeps a field of no question so that it is refused by name', () => {
    const raw = rawFromForm(INSTRUMENT_V1_1, {
      expectedRevision: ['3'],
      later: ['1'],
      role: ['other'],
      wards: ['12'],
    });
    expect(raw).toEqual({ role: { given: ['other'] }, wards: { given: ['12'] } });
    expect(codes(parsePage(INSTRUMENT_V1_1, 'role', raw, {}))).toEqual(['UNKNOWN_QUESTION']);
  });
});

describe('isBlank', () => {
  it('holds for a page on which nothing was entered, and not for a single answer', () => {
    expect(isBlank({})).toBe(true);
    expect(isBlank({ comments: { given: ['  '] } })).toBe(true);
    expect(isBlank({ integration: { given: ['', 'dk'] } })).toBe(false);
  });
});

describe('missingOnPage', () => {
  const inReach = { iapt_inreach_ltc: { given: 'yes' } };

  it('demands a required answer each time', () => {
    const of = (reminded: boolean) => missingOnPage(INSTRUMENT_V1_1, 'role', {}, {}, reminded);
    expect(of(false).map(({ code, field }) => [code, field])).toEqual([['REQUIRED', 'role']]);
    expect(of(true)).toHaveLength(1);
  });

  it('points out an empty score once, and then lets it be', () => {
    const of = (reminded: boolean) => missingOnPage(INSTRUMENT_V1_1, 'integration', {}, inReach, reminded);
    expect(of(false).map(({ code }) => code)).toEqual(['LEFT_EMPTY']);
    expect(of(true)).toEqual([]);
  });

  it("accepts I don't know as an answer, and asks nothing about what routing hides", () => {
    expect(
      missingOnPage(INSTRUMENT_V1_1, 'integration', { integration: { given: ['', 'dk'] } }, inReach, false),
    ).toEqual([]);
    expect(missingOnPage(INSTRUMENT_V1_1, 'integration', {}, {}, false)).toEqual([]);
    expect(missingOnPage(INSTRUMENT_V1_1, 'consent', {}, {}, false).map(({ field }) => field)).toEqual([
      'consent_facts',
      'consent_quote',
    ]);
  });
});
