import { describe, expect, it } from 'vitest';

import { sampleHospital } from '../sample-hospitals.js';
import { countedIcbs, countPositions, toCircles, toCover } from './to-catchment.js';

const hospitals = [
  sampleHospital('Z1', 'G3', { icbCode: 'QAA', regionCode: 'Y01', longitude: -2 }),
  sampleHospital('Z2', 'NR', { icbCode: 'QAA', regionCode: 'Y01', longitude: -1 }),
  sampleHospital('Z3', 'G1', { icbCode: 'QBB', regionCode: 'Y01', longitude: 0 }),
];
const table = {
  icbCodes: ['QAA', 'QBB'],
  areas: [-2, -1, 0, 1].map((longitude, at) => ({
    latitude: 53,
    longitude,
    adults: 10 ** at,
    icb: at < 2 ? 0 : 1,
  })),
};

describe('straight-line catchments of the map', () => {
  it('have a circle around a yes, a broken one where it is not known, and none around a no', () => {
    const circles = toCircles(hospitals, { km: 5, question: 'in-reach' });
    expect(circles.map(({ longitude, maybe }) => [longitude, maybe])).toEqual([
      [-2, false],
      [-1, true],
    ]);
    expect(toCircles(hospitals, { km: 0, question: 'in-reach' })).toEqual([]);
  });

  it('are not known about provision where in-reach is reported: the published code does not tell it', () => {
    expect(countPositions(hospitals, 'in-reach')).toEqual({ yes: 1, no: 1, notKnown: 1 });
    expect(countPositions(hospitals, 'provision')).toEqual({ yes: 1, no: 0, notKnown: 2 });
  });

  it('count the adults of England, or of the ICBs of an area', () => {
    const choice = { km: 5, question: 'in-reach' } as const;
    expect(toCover(table, hospitals, choice, countedIcbs(hospitals, ''))).toEqual({
      adults: 1111,
      surely: 1,
      maybe: 10,
      surelyNot: 100,
      outside: 1000,
    });
    expect(countedIcbs(hospitals, 'Y01')).toEqual(['QAA', 'QBB']);
    expect(toCover(table, hospitals, choice, countedIcbs(hospitals, 'QBB'))).toMatchObject({
      adults: 1100,
      surely: 0,
      maybe: 0,
      surelyNot: 100,
    });
  });
});
