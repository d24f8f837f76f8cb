import { describe, expect, it } from 'vitest';

import { NEED_SHEET } from './estimate-need.js';
import { SOURCE_CONFLICTS } from './source-conflicts.js';
import { SOURCE_DOCUMENTS } from './source-documents.js';

describe('points on which the documents contradict each other', () => {
  it('each name lines of documents that the methods page lists', () => {
    const known = new Set(SOURCE_DOCUMENTS.map(({ id }) => id));
    expect(new Set(SOURCE_CONFLICTS.map(({ id }) => id)).size).toBe(SOURCE_CONFLICTS.length);
    for (const { source } of SOURCE_CONFLICTS)
      for (const line of source.split(', ')) {
        expect(line).toMatch(/^\d{3}:\d+(-\d+)?$/);
        expect(known).toContain(line.slice(0, 3));
      }
  });

  it('say of the estimate what its inputs hold', () => {
    const taken = (id: string) => SOURCE_CONFLICTS.find((one) => one.id === id)?.taken ?? '';
    const published = (symbol: string) =>
      NEED_SHEET.inputs.find((input) => input.symbol === symbol)?.published ?? null;
    const inWords = (symbol: string) => {
      const { low, central, high } = published(symbol) as Record<'low' | 'central' | 'high', number>;
      return [low, central, high].map((share) => Math.round(share * 100));
    };
    expect(inWords('pMH')).toEqual([30, 30, 70]);
    expect(taken('comorbid')).toContain('Low and central 30%, high 70%');
    expect(inWords('qG')).toEqual([15, 30, 45]);
    expect(inWords('qO')).toEqual([40, 40, 66]);
    expect(taken('mus-share')).toContain('Primary care 15, 30 and 45%; outpatients 40, 40 and 66%');
    const [low, , high] = inWords('pMDA');
    expect(taken('mus-mood')).toContain(`${low} to ${high}%`);
  });
});
