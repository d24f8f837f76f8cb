import { describe, expect, it } from 'vitest';

import { sitesIn } from './shown-area.js';

const ccgs = [
  { code: '00Y', icbCode: 'QOP', regionCode: 'Y62' },
  { code: '02T', icbCode: 'QWO', regionCode: 'Y63' },
];
const site = { id: 'w1', name: 'Calderdale', wave: 1, conditions: '', ccgCodes: ['02T'] };

describe('early implementers of an area', () => {
  it.each([
    ['ccg', '02T', 1],
    ['icb', 'QWO', 1],
    ['region', 'Y63', 1],
    ['icb', 'QOP', 0],
  ] as const)('%s %s has %i sourced', (level, code, count) => {
    expect(sitesIn({ level, code }, ccgs, [site])).toHaveLength(count);
  });
});
