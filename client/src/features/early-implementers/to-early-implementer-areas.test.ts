import { describe, expect, it } from 'vitest';

import { toEarlyImplementerPaints, toSourcedSentence, WAVE_FILLS } from './to-early-implementer-areas.js';

const site = (id: string, wave: number, ccgCodes: string[]) => ({
  id,
  programme: 'iapt-ltc',
  wave,
  name: id,
  ccgNames: '',
  ccgCodes,
  conditions: '',
  leadProvider: '',
  source: '',
  confidence: '',
  notes: '',
});

describe('the early-implementer layer', () => {
  it('says how many of the 37 sites a source was found for', () => {
    const waves = [
      { programme: 'p', wave: 1, label: 'Wave 1', total: 22, sourced: 12 },
      { programme: 'p', wave: 2, label: 'Wave 2', total: 15, sourced: 4 },
    ];
    expect(toSourcedSentence({ waves })).toBe('16 of 37 sourced');
  });

  it('fills every area of a site by its wave and leaves all others unpainted', () => {
    const paints = toEarlyImplementerPaints([site('a', 1, ['00Q', '01A']), site('b', 2, ['02T'])]);
    expect([...paints.keys()]).toEqual(['00Q', '01A', '02T']);
    expect(paints.get('01A')?.fill).toBe(WAVE_FILLS[1]);
    expect(paints.get('02T')?.fill).toBe(WAVE_FILLS[2]);
    expect(paints.has('99X')).toBe(false);
  });
});
