import { describe, expect, it } from 'vitest';

import { overlaps, parseTimeSpan, timeSpanOf } from './time-span.js';

const read = (text: string): unknown => {
  const parsed = parseTimeSpan(text);
  if (!parsed.ok) return parsed.problems[0]?.message;
  return [parsed.value.from, parsed.value.to].map((at) =>
    Number.isFinite(at) ? new Date(at).toISOString() : String(at),
  );
};

describe('a moment or a period', () => {
  it.each([
    ['2018-01-31', ['2018-01-31T00:00:00.000Z', '2018-01-31T23:59:59.999Z']],
    ['2018-01-31T12:00:00Z', ['2018-01-31T12:00:00.000Z', '2018-01-31T12:00:00.000Z']],
    ['2018-01-31t12:00:00+01:00', ['2018-01-31T11:00:00.000Z', '2018-01-31T11:00:00.000Z']],
    ['2017-12-01/2018-01-31', ['2017-12-01T00:00:00.000Z', '2018-01-31T23:59:59.999Z']],
    ['../2018-01-31', ['-Infinity', '2018-01-31T23:59:59.999Z']],
    ['2018-01-31/', ['2018-01-31T00:00:00.000Z', 'Infinity']],
  ])('%s is read', (text, span) => expect(read(text)).toEqual(span));

  it.each([
    ['', /moment/],
    ['..', /moment/],
    ['../..', /at least one end/],
    ['/', /at least one end/],
    ['2018', /RFC 3339/],
    ['31/01/2018', /one slash/],
    ['2018-02-30', /RFC 3339/],
    ['2018-02-30T00:00:00Z', /RFC 3339/],
    ['2018-01-31T12:00', /RFC 3339/],
    ['2018-02-01/2018-01-01', /ends before/],
  ])('%s is refused', (text, why) => expect(read(text)).toMatch(why));
});

describe('the time that answers describe', () => {
  it.each([
    ['December 2017 to January 2018', '2018-01-31', true],
    ['December 2017 to January 2018', '2018-02-01', false],
    ['December 2017 to January 2018', '2017-12-01', true],
    ['December 2017 to January 2018', '2017-11-30', false],
    ['2026-10-01T12:00:00.000Z', '2026-10-01', true],
    ['2026-10-01T12:00:00.000Z', '2026-10-02/..', false],
    ['2016', '2016-12-31', true],
    ['2016', '../2015-12-31', false],
    ['some time ago', '2016-12-31', true],
  ])('%s, asked for %s: %s', (asAt, asked, expected) => {
    const span = parseTimeSpan(asked);
    expect(span.ok && overlaps(timeSpanOf(asAt), span.value)).toBe(expected);
  });

  it('is not invented from other words', () => expect(timeSpanOf('winter 2018')).toBeNull());
});
