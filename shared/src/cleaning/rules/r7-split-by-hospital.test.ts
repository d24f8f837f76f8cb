import { describe, expect, it } from 'vitest';

import { aForm } from '../synthetic/a-form.js';
import { splitByHospital } from './r7-split-by-hospital.js';

const FRAME = new Set(['H1', 'H2', 'H3']);

describe('R7: one form for several hospitals', () => {
  it('is placed at each of them and marked as clustered', () => {
    const placed = splitByHospital(aForm({ alsoFor: ['H2', 'H3', 'H2'] }), FRAME);
    expect(placed.map(({ odsCode, clustered }) => [odsCode, clustered])).toEqual([
      ['H1', true],
      ['H2', true],
      ['H3', true],
    ]);
  });

  it('does not bring a hospital into the frame', () => {
    const placed = splitByHospital(aForm({ alsoFor: ['H9'] }), FRAME);
    expect(placed.map(({ odsCode, clustered }) => [odsCode, clustered])).toEqual([['H1', false]]);
  });
});
