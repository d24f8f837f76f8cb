import { describe, expect, it } from 'vitest';

import { PUBLISHED_2018 } from './published-2018.js';
import { PUBLISHED_2018_NOTES } from './published-2018-notes.js';
import { PUBLISHED_2018_THEMES } from './published-2018-themes.js';
import { copiedRuns, REPORT_COMMENT_RUNS } from './report-comment-runs.js';

const SEED_LINES = /^000:\d+(-\d+)?(, (000:)?\d+(-\d+)?)*$/;

describe('what the 2018 report published', () => {
  it.each([
    ['treats MUS/LTC', PUBLISHED_2018.treatsMusLtc, [31, 18, 25]],
    ['in-reach', PUBLISHED_2018.inReach, [3, 62, 9]],
  ] as const)(
    'has answers on %s that add up to the forms analysed',
    (_question, { yes, no, dontKnow }, counts) => {
      expect([yes.value, no.value, dontKnow.value]).toEqual(counts);
      expect(yes.value + no.value + dontKnow.value).toBe(PUBLISHED_2018.analysed.value);
    },
  );

  it('loses six forms between 80 and 74', () => {
    expect(PUBLISHED_2018.received.value).toBe(80);
    expect(PUBLISHED_2018.received.value - PUBLISHED_2018.excluded.value).toBe(74);
  });

  it('names as many in-reach hospitals as it counts, with 59, 42 and 11', () => {
    expect(PUBLISHED_2018.inReachHospitals.map(({ odsCode, score }) => [odsCode, score.value])).toEqual([
      ['RW603', 59],
      ['RH801', 42],
      ['RA301', 11],
    ]);
    expect(PUBLISHED_2018.inReachHospitals).toHaveLength(PUBLISHED_2018.inReach.yes.value);
  });

  it('has positive points of two of the three and improvements of all three', () => {
    const given = PUBLISHED_2018.inReachHospitals.filter(({ positives }) => positives !== 'not_published');
    expect(given).toHaveLength(PUBLISHED_2018.positivesGiven.value);
    const improving = new Set(PUBLISHED_2018.inReachHospitals.map(({ improve }) => improve));
    expect(improving.size).toBe(PUBLISHED_2018.improvementsGiven.value);
    expect(PUBLISHED_2018.commented.value).toBe(44);
  });

  it('cites a line for every figure, theme and note', () => {
    const sources = JSON.stringify(PUBLISHED_2018).match(/"source":"[^"]*"/g) ?? [];
    expect(sources).toHaveLength(18);
    for (const source of sources) expect(source.slice(10, -1)).toMatch(SEED_LINES);
    for (const { source } of PUBLISHED_2018_THEMES) expect(source).toMatch(SEED_LINES);
    for (const { id, source } of PUBLISHED_2018_NOTES) {
      if (id !== 'names-of-2018') expect(source, id).toMatch(SEED_LINES);
    }
  });

  it('ranks seven themes without a count', () => {
    expect(PUBLISHED_2018_THEMES.map(({ code, count }) => [code, count])).toEqual(
      ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'].map((code) => [code, null]),
    );
  });

  it.each(['frame-179', 'coverage-40-or-41', 'one-quarter', 'units', 'in-reach-and-treats'])(
    'tells the reader about %s',
    (id) => {
      expect(PUBLISHED_2018_NOTES.filter((note) => note.id === id)).toHaveLength(1);
    },
  );

  it('tells each thing once', () => {
    expect(new Set(PUBLISHED_2018_NOTES.map(({ id }) => id)).size).toBe(PUBLISHED_2018_NOTES.length);
  });
});

describe('the words of the report', () => {
  it('are known by their hashes', () => {
    expect(REPORT_COMMENT_RUNS.size).toBe(559);
    // The report's own heading words, twice interrupted: six words that stand in no sentence of ours.
    expect(copiedRuns('Degree of integration: 59/100 Positive points')).toEqual([
      'degree of integration 59 100 positive',
      'of integration 59 100 positive points',
    ]);
  });

  it('stand in no note, theme or marker', () => {
    const ours = PUBLISHED_2018_NOTES.map(({ text }) => text);
    ours.push(...PUBLISHED_2018_THEMES.flatMap(({ name, definition }) => [name, definition]));
    expect(ours.flatMap(copiedRuns)).toEqual([]);
  });
});
