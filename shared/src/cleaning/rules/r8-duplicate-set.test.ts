import { describe, expect, it } from 'vitest';

import { aForm } from '../synthetic/a-form.js';
import { splitByHospital } from './r7-split-by-hospital.js';
import { toDuplicateSets } from './r8-duplicate-set.js';

const FRAME = new Set(['H1', 'H2']);
const placed = [
  aForm({ responseId: 'adult', populations: ['adult'] }),
  aForm({ responseId: 'older', populations: ['older'] }),
  aForm({ responseId: 'iapt', perspective: 'iapt' }),
  aForm({ responseId: 'elsewhere', odsCode: 'H2' }),
].flatMap((form) => splitByHospital(form, FRAME));
const members = (unit: 'site' | 'service') =>
  toDuplicateSets(placed, unit).map(({ placements }) => placements.map(({ form }) => form.responseId));

describe('R8: which forms may be duplicates of each other', () => {
  it('those of one hospital and perspective, where hospitals are counted', () => {
    expect(members('site')).toEqual([['adult', 'older'], ['iapt'], ['elsewhere']]);
  });

  it('those of one service only, where services are counted', () => {
    expect(members('service')).toEqual([['adult'], ['older'], ['iapt'], ['elsewhere']]);
  });
});
