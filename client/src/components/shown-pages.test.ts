import { describe, expect, it } from 'vitest';

import { shownPages } from './shown-pages.js';

describe('the pages that a list offers', () => {
  it.each([
    [1, 1, [1]],
    [1, 4, [1, 2, 3, 4]],
    [3, 6, [1, 2, 3, 4, 5, 6]],
    [1, 1345, [1, 2, 3, 'gap', 1345]],
    [700, 1345, [1, 'gap', 698, 699, 700, 701, 702, 'gap', 1345]],
    [5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [1345, 1345, [1, 'gap', 1343, 1344, 1345]],
  ])('on page %i of %i are %j', (page, pages, shown) => {
    expect(shownPages(page, pages)).toEqual(shown);
  });
});
