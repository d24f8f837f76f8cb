import { describe, expect, it } from 'vitest';

import { toSvgText } from './drawing-files.js';
import { toClusters } from './to-clusters.js';
import { type Picture, toDrawing } from './to-drawing.js';

const square = (code: string, west: number, south: number) => ({
  code,
  name: code,
  feature: {
    type: 'Feature' as const,
    properties: {},
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [west, south],
          [west + 1, south],
          [west + 1, south + 1],
          [west, south + 1],
          [west, south],
        ],
      ],
    },
  },
});

const points = [-2, -1.99, 0.5].map((longitude, at) => ({
  id: `Z${at}`,
  longitude,
  latitude: 52.5,
  code: 'G1' as const,
  accessibleName: `DEMO Hospital ${at}`,
  noInReachReported: true,
}));

const picture: Picture = {
  title: 'A map of <nowhere> & "nothing"',
  view: { latitude: 52.5, longitude: -1, zoom: 7 },
  width: 600,
  height: 400,
  areas: [square('A', -3, 52), square('B', 0, 52)],
  paints: new Map([
    ['A', { fill: '#41b6c4', hatched: false, label: '33%', always: true }],
    ['B', { fill: '#f0f4f5', hatched: true, label: '' }],
  ]),
  circles: [
    { latitude: 52.5, longitude: -2, km: 20, maybe: false },
    { latitude: 52.5, longitude: 0.5, km: 20, maybe: true },
  ],
  clusters: toClusters(points, 7),
  legend: [
    { code: 'G1', text: 'No in-reach reported (3)' },
    { fill: '#f0f4f5', hatched: true, text: 'Not enough replies' },
  ],
  notes: ['Release 1.', 'Source: somebody.'],
  synthetic: false,
};

describe('the picture of a map', () => {
  const svg = toSvgText(toDrawing(picture));

  it('has a title, and a description with the counts of the table', () => {
    expect(svg).toContain('<title id="title">A map of &lt;nowhere&gt; &amp; &quot;nothing&quot;</title>');
    const description = /<desc id="description">(.*)<\/desc>/.exec(svg)?.[1];
    expect(description).toBe(
      '3 marks. No in-reach reported (3); Not enough replies. Release 1. Source: somebody.',
    );
  });

  it('shows every hospital once: alone, or in a group that says how many it holds', () => {
    const singles = picture.clusters.filter(({ members }) => members.length === 1).length;
    const groups = [...svg.matchAll(/>(\d+)<\/text>/g)].map(([, count]) => Number(count));
    expect(singles + groups.reduce((sum, count) => sum + count, 0)).toBe(points.length);
  });

  it('hatches where replies are too few, and writes no figure there', () => {
    expect(svg).toContain('fill="url(#hatch)"');
    expect(svg.match(/%<\/text>/g)).toHaveLength(1);
  });

  it('draws a catchment whose hospital says yes whole and filled, one that is not known broken and empty', () => {
    const rings = svg.split('\n').filter((line) => line.includes('stroke-dasharray="5 4"'));
    expect(rings).toHaveLength(1);
    expect(rings[0]).toContain('fill="none"');
    expect(svg).toContain('fill-opacity="0.15"');
  });

  it('carries the word SYNTHETIC inside the map where the answers are invented', () => {
    const stamped = toDrawing({ ...picture, synthetic: true });
    const words = stamped.pieces.filter((piece) => piece.kind === 'text' && piece.text.includes('SYNTHETIC'));
    expect(words).toHaveLength(2);
    for (const { y } of words) {
      expect(y).toBeGreaterThan(stamped.map.top);
      expect(y).toBeLessThan(stamped.map.top + stamped.map.height);
    }
    expect(svg).not.toContain('SYNTHETIC');
  });

  it('makes room below for every line of legend and sources', () => {
    const drawing = toDrawing({ ...picture, notes: ['word '.repeat(200)] });
    const lowest = Math.max(...drawing.pieces.map(({ y }) => y));
    expect(drawing.height).toBeGreaterThan(lowest);
  });
});
