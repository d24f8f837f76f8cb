import { createHash } from 'node:crypto';

import { getInstrument } from '@liaison-atlas/shared/instrument/registry';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { describe, expect, it } from 'vitest';

/**
 * Releases name these hashes. A change here means that a questionnaire which rounds have used was edited: make a new
 * version instead.
 */
describe('a questionnaire that rounds have used', () => {
  it.each([
    ['1.0', '43b7628400615860b9dd569a578c8534a1b64f90a791ee02cec3c619d71eb06f'],
    ['1.1', '30ce72fa413f681761bdc732776329da2a5d488f204cc6b23ce2471d5738162b'],
  ])('version %s has the content it was published with', (version, hash) => {
    const text = canonicalJson(getInstrument(version));
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash);
  });
});
