import { describe, expect, it } from 'vitest';

import { toClusters } from '../../map/to-clusters.js';
import { silentGroupName, toSilencePoints } from './to-silence-picture.js';

const call = (odsCode: string, rank: number) => ({
  rank,
  odsCode,
  name: `Hospital ${odsCode}`,
  trust: '',
  latitude: 53.5,
  longitude: -2.2,
  invited: true,
  areaName: '',
  areaFrame: 2,
  areaSubmitted: 0,
  reason: '',
});

describe('the map of silence', () => {
  it('marks silent hospitals as such, in the order in which to ring them', () => {
    expect(toSilencePoints([call('B', 1), call('A', 2)])).toMatchObject([
      { id: 'B', code: 'NR', accessibleName: 'Hospital B: silent, number 1 to ring' },
      { id: 'A', code: 'NR', accessibleName: 'Hospital A: silent, number 2 to ring' },
    ]);
  });

  it('says of a group how many are silent, and nothing about what they might report', () => {
    const [group] = toClusters(toSilencePoints([call('B', 1), call('A', 2)]), 6, silentGroupName);
    expect(group?.accessibleName).toBe('2 silent hospitals');
  });
});
