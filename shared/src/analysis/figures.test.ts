import { describe, expect, it } from 'vitest';

import type { Position } from '../cleaning/analysis-dataset.js';
import { againstEngland } from './benchmark.js';
import { type Figure, figureTable, type FigureUnit } from './figures.js';
import { protectFigures } from './protect-figures.js';

const group = (code: string, answers: Partial<Record<Position, number>>): FigureUnit[] =>
  Object.entries(answers).flatMap(([position, count]) =>
    Array.from({ length: count }, (_, at) => ({
      odsCode: `${code}-${position}-${at}`,
      code,
      name: `Region ${code}`,
      position: position as Position,
    })),
  );
const tableOf = (...groups: FigureUnit[][]): readonly Figure[] =>
  figureTable(groups.flat(), groups.flat(), groups.flat().length);
const row = (figures: readonly Figure[], code: string): Figure => figures.find((one) => one.code === code)!;

describe('a table of figures', () => {
  const figures = tableOf(
    group('A', { yes: 9, no: 1 }),
    group('B', { no: 9, dont_know: 1, no_reply: 10 }),
    group('C', { yes: 1, no_reply: 3 }),
  );

  it('has England first and every hospital once in its group, with whom each number rests on', () => {
    expect(figures.map(({ code }) => code)).toEqual(['england', 'A', 'B', 'C']);
    expect(figures[0]).toMatchObject({ yes: 10, no: 10, dontKnow: 1, notKnown: 13, frame: 34 });
    expect(row(figures, 'B')).toMatchObject({ yes: 0, no: 9, dontKnow: 1, notKnown: 10, frame: 20 });
    expect(row(figures, 'C').trace).toEqual({
      numerator: ['C-yes-0'],
      numeratorUnnamed: 0,
      no: [],
      noUnnamed: 0,
      dontKnow: [],
      dontKnowUnnamed: 0,
      denominator: ['C-yes-0', 'C-no_reply-0', 'C-no_reply-1', 'C-no_reply-2'],
      denominatorUnnamed: 0,
    });
  });

  it('gives counts only for fewer than five hospitals', () => {
    expect(row(figures, 'C')).toMatchObject({
      countsOnly: true,
      yes: 1,
      lower: null,
      upper: null,
      amongRespondents: null,
      interval: null,
      benchmark: null,
    });
  });

  it('says that a region differs from England only where no answer of the silent could make them meet', () => {
    expect(row(figures, 'A').benchmark).toBe('above');
    expect(row(figures, 'B').benchmark).toBe('cannot_say');
    expect(figures[0]?.benchmark).toBeNull();
    expect(againstEngland({ lower: 0.1, upper: 0.2 }, { lower: 0.2, upper: 0.5 })).toBe('cannot_say');
    expect(againstEngland({ lower: 0.1, upper: 0.19 }, { lower: 0.2, upper: 0.5 })).toBe('below');
  });

  it('counts hospitals of a declared frame that are on no list as not known, and says how many they are', () => {
    const [england] = figureTable(group('A', { yes: 3, no: 1 }), [], 179);
    expect(england).toMatchObject({ yes: 3, notKnown: 175, frame: 179 });
    expect(england?.trace.denominatorUnnamed).toBe(175);
  });
});

describe('figures on opinions', () => {
  const opinions = (...groups: FigureUnit[][]) => protectFigures(tableOf(...groups), 'opinions');

  it('hide a group with two answers, and another with it that would be found by subtraction', () => {
    const figures = opinions(
      group('A', { yes: 1, no: 1, no_reply: 4 }),
      group('B', { yes: 3, no: 4 }),
      group('C', { yes: 5, no: 9 }),
    );
    expect(figures.map(({ code, hidden }) => [code, hidden])).toEqual([
      ['england', false],
      ['A', true],
      ['B', true],
      ['C', false],
    ]);
    expect(row(figures, 'A')).toMatchObject({ yes: null, no: null, lower: null, frame: 6 });
  });

  it('cannot be told from England and the shown groups: three answers or more stand behind the rest', () => {
    for (const sizes of [
      [1, 1, 9],
      [1, 1, 1],
      [2, 0, 4],
      [1, 0, 0],
      [2, 2, 9],
    ]) {
      const figures = opinions(...sizes.map((size, at) => group('ABC'[at]!, { yes: size, no_reply: 5 })));
      const [england] = figures;
      if (england?.hidden) continue;
      const left = figures.slice(1).reduce((rest, one) => rest - (one.yes ?? 0), england?.yes ?? 0);
      expect(figures.some(({ hidden }) => hidden) ? left >= 3 : left === 0, String(sizes)).toBe(true);
    }
  });

  it('hide England too where there are not three answers in all', () => {
    expect(opinions(group('A', { yes: 2, no_reply: 9 }))[0]).toMatchObject({ hidden: true, yes: null });
  });

  it('never say which hospitals are behind a number', () => {
    const figures = opinions(group('A', { yes: 4, no: 2 }));
    expect(row(figures, 'A').trace).toMatchObject({ numerator: [], numeratorUnnamed: 4 });
  });

  it('are the only ones that lose something: counts of hospitals leave as they are', () => {
    const figures = tableOf(group('A', { yes: 1, no_reply: 5 }));
    expect(protectFigures(figures, 'organisations')).toBe(figures);
    expect(() => protectFigures(figures, 'people')).toThrow(RangeError);
  });
});
