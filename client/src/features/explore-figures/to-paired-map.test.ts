import { describe, expect, it } from 'vitest';

import { toSvgText } from './chart-files.js';
import type { ShownChange, ShownFigures } from './shown-figures.js';
import { toPairedMap } from './to-paired-map.js';
import { toTransitionPicture } from './to-transition-picture.js';

const pair = (odsCode: string, agreement: 'agrees' | 'differs' | 'cannot_say') => ({
  odsCode,
  first: 'yes',
  second: 'no',
  agreement,
});
const shown = (kind: 'live' | 'synthetic') =>
  ({
    round: { id: 'r', title: 'Round', kind },
    indicator: { title: 'In-reach' },
    hospitals: [
      { odsCode: 'N', name: 'North', latitude: 55, longitude: -1.5 },
      { odsCode: 'S', name: 'South', latitude: 50.5, longitude: -1.5 },
      { odsCode: 'E', name: 'East', latitude: 52, longitude: 1 },
    ],
    paired: {
      first: 'Liaison psychiatry team',
      second: 'IAPT service',
      agree: 1,
      differ: 1,
      pairs: [pair('N', 'agrees'), pair('S', 'differs'), pair('E', 'cannot_say')],
    },
  }) as unknown as ShownFigures;
const SQUARE = {
  code: 'A',
  name: 'Area',
  feature: {
    type: 'Feature' as const,
    properties: {},
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [-2, 51],
          [-1, 51],
          [-1, 52],
          [-2, 51],
        ],
      ],
    },
  },
};

describe('two views on a map', () => {
  it('have a mark of another shape for each kind, north above south, and say in words what is drawn', () => {
    const { pieces, description } = toPairedMap(shown('live'), [SQUARE]);
    // One on the map and one in the legend.
    const [north] = pieces.filter((piece) => piece.kind === 'dot');
    const [area, south] = pieces.filter((piece) => piece.kind === 'shape');
    expect(area?.points).toHaveLength(4);
    expect(north!.y).toBeLessThan(south!.points[1]![1]);
    expect(pieces.filter((piece) => piece.kind === 'rect')).toHaveLength(2);
    expect(description).toBe(
      'the same at 1, not the same at 1, cannot say at 1 hospitals. The table says which.',
    );
  });

  it('stand without outlines, and a hospital that has left the frame has no place', () => {
    const without = { ...shown('live'), hospitals: [] } as unknown as ShownFigures;
    expect(toPairedMap(without, []).pieces.filter((piece) => piece.kind === 'dot')).toHaveLength(1);
  });

  it('are marked inside where the answers are invented', () => {
    expect(toSvgText(toPairedMap(shown('synthetic'), [SQUARE]))).toMatch(/<polygon points="[\d., ]+"/);
    expect(toSvgText(toPairedMap(shown('synthetic'), [])).match(/SYNTHETIC/g)?.length).toBeGreaterThan(2);
    expect(toSvgText(toPairedMap(shown('live'), []))).not.toContain('SYNTHETIC');
  });
});

describe('the picture of a change', () => {
  const change = {
    from: { id: 'a', title: 'Before' },
    to: { id: 'b', title: 'After' },
    transitions: [
      [4, 0, 0, 0],
      [2, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  } as unknown as ShownChange;

  it('has a line for every move, as thick as it is frequent, and says the moves in words', () => {
    const { pieces, description } = toTransitionPicture(change, false);
    const lines = pieces.filter((piece) => piece.kind === 'line');
    expect(lines.map(({ width }) => width)).toEqual([16, 9, 5.5]);
    expect(description).toBe('4 from yes to yes, 2 from no to yes, 1 from no to no.');
  });

  it('is marked inside where the answers are invented', () => {
    expect(toSvgText(toTransitionPicture(change, true)).match(/SYNTHETIC/g)?.length).toBeGreaterThan(2);
    expect(toSvgText(toTransitionPicture(change, false))).not.toContain('SYNTHETIC');
  });
});
