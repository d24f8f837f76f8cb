import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it('writes keys in order, leaves out what is undefined and keeps the order of lists', () => {
    const value = { b: [3, undefined, 1], a: { z: undefined, y: null, x: 'é"' }, '10': true, '9': -0 };
    expect(canonicalJson(value)).toBe('{"10":true,"9":0,"a":{"x":"é\\"","y":null},"b":[3,null,1]}');
  });

  it('gives the same text whatever the order of the keys, and text that reads back as the same content', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const turned = Object.fromEntries(Object.entries(content).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(content));
        expect(JSON.parse(canonicalJson(content))).toEqual(JSON.parse(JSON.stringify(content)));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 10n, () => 1])(
    'refuses %s: it has no canonical form',
    (value) => {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    },
  );
});
