import { describe, expect, it } from 'vitest';

import { readCodes, writeCodes } from './compared-codes.js';

describe('places of the address', () => {
  it('are at most four, each once, in their order, whatever gaps there are', () => {
    const read = (address: string) => readCodes(new URLSearchParams(address));
    expect(read('a=qop&c=QOP&d= y62 ')).toEqual(['QOP', 'Y62']);
    expect(read('round=2017-18')).toEqual([]);
    expect(read('a=1&b=2&c=3&d=4&e=5')).toEqual(['1', '2', '3', '4']);
  });

  it('come back as they were written, beside the round', () => {
    const address = writeCodes(new URLSearchParams('a=X&b=Y&c=Z&round=demo-2026'), ['QOP', 'RW603']);
    expect(address.toString()).toBe('a=QOP&b=RW603&round=demo-2026');
    expect(readCodes(address)).toEqual(['QOP', 'RW603']);
  });
});
