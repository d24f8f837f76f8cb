import { describe, expect, it } from 'vitest';

import { parseListPage, withListPage } from './page-sizes.js';

describe('the part of a list in the address', () => {
  it('is the first fifty where nothing, or nonsense, is chosen', () => {
    for (const text of ['', 'page=0&size=7', 'page=x&size=-100'])
      expect(parseListPage(new URLSearchParams(text))).toEqual({ page: 1, size: 50 });
  });

  it('comes back as it was chosen, beside everything else in the address', () => {
    const chosen = withListPage(new URLSearchParams('round=r&page=3'), { page: 7, size: 500 });
    expect(chosen.toString()).toBe('round=r&page=7&size=500');
    expect(parseListPage(chosen)).toEqual({ page: 7, size: 500 });
  });

  it('begins again at page 1 with another size or another choice; defaults leave no trace', () => {
    const far = new URLSearchParams('round=r&page=7&size=500');
    expect(withListPage(far, { size: 50 }).toString()).toBe('round=r');
    expect(withListPage(far, {}, { show: 'all' }).toString()).toBe('round=r&show=all&size=500');
    expect(withListPage(far, {}, { round: '' }).toString()).toBe('size=500');
  });
});
