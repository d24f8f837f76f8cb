import { describe, expect, it } from 'vitest';

import { respondAddress } from './respond-address.js';

describe('the address of an answering page', () => {
  it.each([
    ['/respond/TOKEN', '/respond/TOKEN'],
    ['/respond/TOKEN/', '/respond/TOKEN'],
    ['/respond/TOKEN?from=mail', '/respond/TOKEN?from=mail'],
    ['/respond/TOKEN/role/?from=check', '/respond/TOKEN/role?from=check'],
    ['//respond//TOKEN//role', '/respond/TOKEN/role'],
    ['/respond', '/respond/-'],
    ['/respond/', '/respond/-'],
    ['/respond/%FF', '/respond/-'],
    ['/respond/%E0%A4%A/role', '/respond/-/role'],
    [`/respond/${'A'.repeat(101)}`, '/respond/-'],
    ['/respond/TOKEN/%FF', '/respond/TOKEN/-'],
    ['/respond/TOKEN/role/more/of/it', '/respond/TOKEN/-'],
  ])('%s is looked up as %s', (url, lookedUp) => {
    expect(respondAddress(url)).toBe(lookedUp);
  });

  it.each(['/', '/respond-assets/x.css', '/map/?view=list', '//', '/open/v1/rounds/%FF', '/responding'])(
    '%s is none, and stays as it is',
    (url) => {
      expect(respondAddress(url)).toBe(url);
    },
  );
});

it.each([
  ['/r/demo-2026/faculty/', '/r/demo-2026/faculty'],
  ['//r//demo-2026/faculty?x=1', '/r/demo-2026/faculty?x=1'],
  ['/r/demo-2026/%zz', '/r/demo-2026/-'],
  ['/r/a/b/c', '/r/a/-'],
  ['/rounds/2017-18', '/rounds/2017-18'],
])('the address of an open link, %s, is looked up as %s', (typed, address) =>
  expect(respondAddress(typed)).toBe(address),
);
