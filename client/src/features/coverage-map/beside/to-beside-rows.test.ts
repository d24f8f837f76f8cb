import { describe, expect, it } from 'vitest';

import { parseExplorerState } from '../explorer-state.js';
import { sampleHospital } from '../sample-hospitals.js';
import { toBesideRows } from './to-beside-rows.js';

const state = (query: string) => parseExplorerState(new URLSearchParams(query)).state;
const first = [sampleHospital('Z1', 'G3'), sampleHospital('Z2', 'NR'), sampleHospital('Z3', 'G1')];
const second = [sampleHospital('Z1', 'G1'), sampleHospital('Z2', 'G1'), sampleHospital('Z4', 'DK')];

describe('two rounds in one table', () => {
  it('list every hospital of either once, and say where one is not in a list', () => {
    const { rows } = toBesideRows(first, second, state(''));
    expect(rows.map(({ odsCode, first: was, second: is }) => [odsCode, was?.category, is?.category])).toEqual(
      [
        ['Z1', 'G3', 'G1'],
        ['Z2', 'NR', 'G1'],
        ['Z3', 'G1', undefined],
        ['Z4', undefined, 'DK'],
      ],
    );
  });

  it('show on each map exactly what the table says of its round', () => {
    const { rows, first: left, second: right } = toBesideRows(first, second, state(''));
    expect(left).toEqual(rows.flatMap((row) => row.first ?? []));
    expect(right).toEqual(rows.flatMap((row) => row.second ?? []));
  });

  it('keep a hospital that passes a filter in one of the rounds', () => {
    const codes = toBesideRows(first, second, state('f.cat=G1')).rows.map(({ odsCode }) => odsCode);
    expect(codes.sort()).toEqual(['Z1', 'Z2', 'Z3']);
  });

  it('count as answered in both only who is named with an answer in both', () => {
    expect(toBesideRows(first, second, state('')).answeredInBoth).toBe(1);
  });
});
