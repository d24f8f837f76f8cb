import { describe, expect, it } from 'vitest';

import { toSvgText } from './chart-files.js';
import { toTransitionRows } from './change-words.js';
import { chanceWords, countWords, knownShareWords, shareWords } from './figure-words.js';
import type { ShownFigure, ShownFigures } from './shown-figures.js';
import { toChart } from './to-chart.js';
import { toFiguresCsv } from './to-figures-csv.js';

const row = (values: Partial<ShownFigure>): ShownFigure => ({
  code: 'A',
  name: 'Region A',
  yes: 31,
  no: 18,
  dontKnow: 25,
  notKnown: 105,
  frame: 179,
  countsOnly: false,
  hidden: false,
  lower: 0.173,
  upper: 0.899,
  amongRespondents: 0.419,
  amongThoseWhoKnow: 0.633,
  interval: { method: 'wilson-fpc', low: 0.336, high: 0.506 },
  knownInterval: { low: 0.493, high: 0.753 },
  benchmark: 'cannot_say',
  trace: {
    numerator: ['RW603'],
    numeratorUnnamed: 0,
    no: [],
    noUnnamed: 18,
    dontKnow: [],
    dontKnowUnnamed: 25,
    denominator: ['RW603'],
    denominatorUnnamed: 0,
  },
  ...values,
});
const HIDDEN = {
  yes: null,
  no: null,
  dontKnow: null,
  notKnown: null,
  lower: null,
  upper: null,
  amongRespondents: null,
  amongThoseWhoKnow: null,
  interval: null,
  knownInterval: null,
};
const shown = (kind: 'live' | 'synthetic', figures: ShownFigure[]): ShownFigures => ({
  round: { id: 'r', title: 'Round <R> & co', kind },
  basis: {
    live: false,
    asAt: '2026-11-01T00:00:00.000Z',
    answersHash: '',
    codeVersion: '0.1.0',
    instrumentVersion: '1.1',
    howAsked: '',
    frameTitle: 'Frame',
    frameHash: 'f',
    release: { number: 1, sha256: 'a'.repeat(64) },
    freeze: null,
  },
  indicator: {
    id: 'i',
    version: '1.0',
    title: '=Indicator',
    question: 'Q?',
    numerator: 'n',
    denominator: 'd',
    missingRule: 'm',
    intervalRule: 'i',
    disclosureClass: 'organisations',
    methodsSections: ['C3'],
    caveats: [],
  },
  indicators: [],
  by: 'region',
  breakdowns: ['england', 'region'],
  notes: [],
  hospitals: [],
  figures,
  byGroup: null,
  checks: null,
  paired: null,
});
const texts = (picture: ReturnType<typeof toChart>): string[] =>
  picture.pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));

describe('the picture of a table of figures', () => {
  it('says in its description what the table says, row by row', () => {
    const { description } = toChart(shown('live', [row({}), row({ code: 'B', name: 'B' })]), 'bars');
    expect(description).toBe(
      'Region A: bounds 17.3% to 89.9%, 41.9% among respondents. B: bounds 17.3% to 89.9%, 41.9% among respondents.',
    );
  });

  it('draws the bounds to scale', () => {
    const { pieces, width } = toChart(shown('live', [row({ lower: 0.25, upper: 0.75 })]), 'bars');
    const bar = pieces.find((piece) => piece.kind === 'rect' && piece.fill === '#005eb8');
    expect(bar).toMatchObject({ x: 16 + 0.25 * (width - 32), width: 0.5 * (width - 32) });
  });

  it('says in words why a row has no bar or no dot', () => {
    const small = row({ ...HIDDEN, yes: 1, no: 0, frame: 3, countsOnly: true });
    const hidden = row({ ...HIDDEN, hidden: true });
    const nobody = row({ amongRespondents: null, interval: null });
    expect(texts(toChart(shown('live', [small]), 'bars'))).toContain('Counts only: 1 yes of 3 hospitals.');
    expect(texts(toChart(shown('live', [hidden]), 'bars')).join()).toContain('Hidden:');
    expect(texts(toChart(shown('live', [nobody]), 'dots'))).toContain('No share given.');
  });

  it('shows the parts of each group side by side, small groups too, and nothing of a hidden one', () => {
    const small = row({
      ...HIDDEN,
      code: 'S',
      name: 'S',
      yes: 1,
      no: 0,
      dontKnow: 0,
      notKnown: 2,
      frame: 3,
      countsOnly: true,
    });
    const { pieces, description, width } = toChart(shown('live', [small]), 'parts');
    expect(description).toBe('S: 1 yes, 0 no, 0 don’t know, 2 not known.');
    const bars = pieces.filter((piece) => piece.kind === 'rect');
    expect(bars.map((bar) => bar.width)).toEqual([
      (width - 32) / 3,
      expect.closeTo((2 * (width - 32)) / 3, 9),
    ]);
    const hidden = toChart(shown('live', [row({ ...HIDDEN, hidden: true })]), 'parts');
    expect(hidden.pieces.filter((piece) => piece.kind === 'rect')).toEqual([]);
  });

  it('draws a small picture of each group on one scale, with its counts', () => {
    const picture = toChart(shown('live', [row({}), row({ code: 'B', name: 'B', yes: 0 })]), 'multiples');
    const bars = picture.pieces.filter((piece) => piece.kind === 'rect');
    expect(bars).toHaveLength(8);
    // 31 of 179 against 105 of 179.
    expect(bars[0]!.height / bars[3]!.height).toBeCloseTo(31 / 105, 9);
    expect(bars[4]!.height).toBe(0);
    expect(texts(picture)).toEqual(expect.arrayContaining(['31', '18', '25', '105', 'B']));
    expect(picture.description).toContain('B: 0 yes, 18 no');
    const hidden = toChart(shown('live', [row({ ...HIDDEN, hidden: true })]), 'multiples');
    expect(hidden.pieces.filter((piece) => piece.kind === 'rect')).toEqual([]);
  });

  it('carries SYNTHETIC inside itself for invented answers, and never for real ones', () => {
    const words = (kind: 'live' | 'synthetic') => texts(toChart(shown(kind, [row({})]), 'bars')).join();
    expect(words('synthetic').match(/SYNTHETIC/g)?.length).toBeGreaterThanOrEqual(2);
    expect(words('live')).not.toContain('SYNTHETIC');
  });

  it('is a file of its own with title and description, whatever signs the words have', () => {
    const svg = toSvgText(toChart(shown('live', [row({})]), 'dots'));
    expect(svg).toContain('Round &lt;R&gt; &amp; co');
    expect(svg).toMatch(/<title id="title">.+<\/title>\n<desc id="description">.+<\/desc>/);
  });
});

describe('the table as a file', () => {
  it('names release, definition and code on every row, leaves hidden cells empty, defuses formulas', () => {
    const csv = toFiguresCsv(shown('synthetic', [row({}), row({ ...HIDDEN, hidden: true, code: 'B' })]));
    const [, first = '', second = ''] = csv.split('\r\n');
    expect(first).toContain(
      `r,"release 1, sha256 ${'a'.repeat(64)}",i,1.0,A,Region A,31,18,25,105,179,0.173`,
    );
    expect(second).toContain('B,Region A,,,,,179,,,,,,,,,,cannot say,hidden,0.1.0,SYNTHETIC');
  });
});

describe('words for figures', () => {
  it('never say nought for what is not known', () => {
    expect(countWords(null, { hidden: false })).toBe('not told apart');
    expect(countWords(null, { hidden: true })).toBe('hidden');
    expect(countWords(0, { hidden: false })).toBe('0');
    expect(shareWords(row({ ...HIDDEN, dontKnow: 0 }))).toBe('nobody answered');
    expect(shareWords(row({ ...HIDDEN }))).toBe('not given');
    expect(knownShareWords(row({}))).toBe('63.3% of 49 (49.3% to 75.3%)');
    expect(knownShareWords(row({ ...HIDDEN, hidden: true }))).toBe('hidden');
    expect(knownShareWords(row({ ...HIDDEN, dontKnow: 0 }))).toBe('nobody knew');
    expect([chanceWords(0.00001), chanceWords(0.039)]).toEqual(['p < 0.001', 'p = 0.039']);
  });

  it('name the transitions, and there are none where nothing may be compared', () => {
    expect(toTransitionRows({ transitions: [] })).toEqual([]);
    const rows = toTransitionRows({
      transitions: [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [0, 0, 0, 0],
        [0, 0, 0, 9],
      ],
    });
    expect(rows[1]).toEqual({ from: 'no', to: { yes: 5, no: 6, dont_know: 7, not_known: 8 } });
  });
});
