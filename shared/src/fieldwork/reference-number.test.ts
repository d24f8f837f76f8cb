import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isReferenceNumber, referenceNumber } from './reference-number.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const uuids = fc.uuid({ version: 4 });

describe('the reference number of a receipt', () => {
  it('is short, can be read out, and is the same for the same response', () => {
    const number = referenceNumber('3f2b8c1e-9d47-4a6b-8e05-7c19d2a4f6b8');
    expect(number).toMatch(/^LA-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/);
    expect(referenceNumber('3F2B8C1E-9D47-4A6B-8E05-7C19D2A4F6B8')).toBe(number);
  });

  it('differs between responses', () => {
    const numbers = fc.sample(uuids, 2000).map(referenceNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('depends on both ends of the id, so that ids which begin alike do not share a number', () => {
    const [one, two] = ['00', '01'].map((end) => referenceNumber(`0190a3b4-0000-4000-8000-0000000000${end}`));
    expect(one).not.toBe(two);
  });

  it('is refused for what is not a UUID', () => {
    expect(() => referenceNumber('42')).toThrow(RangeError);
  });
});

describe('isReferenceNumber', () => {
  it('knows every number that is given out', () => {
    fc.assert(fc.property(uuids, (uuid) => isReferenceNumber(referenceNumber(uuid))));
  });

  it('does not mind how it is written', () => {
    fc.assert(
      fc.property(uuids, (uuid) => {
        const plain = referenceNumber(uuid).replaceAll('-', '');
        expect(isReferenceNumber(plain.toLowerCase())).toBe(true);
        expect(isReferenceNumber(plain.slice(2))).toBe(true);
        expect(isReferenceNumber(` ${referenceNumber(uuid).replaceAll('-', ' ')} `)).toBe(true);
        expect(isReferenceNumber(`LA${plain.slice(2).replaceAll('0', 'o').replaceAll('1', 'l')}`)).toBe(true);
      }),
    );
  });

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(uuids, fc.nat(10), fc.constantFrom(...Array.from(ALPHABET)), (uuid, place, wrong) => {
        const text = referenceNumber(uuid).replaceAll('-', '').slice(2);
        fc.pre(text[place] !== wrong);
        expect(isReferenceNumber(text.slice(0, place) + wrong + text.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('finds every two swapped characters', () => {
    fc.assert(
      fc.property(uuids, fc.nat(10), fc.nat(10), (uuid, one, two) => {
        const characters = referenceNumber(uuid).replaceAll('-', '').slice(2).split('');
        fc.pre(characters[one] !== characters[two]);
        [characters[one], characters[two]] = [characters[two]!, characters[one]!];
        expect(isReferenceNumber(characters.join(''))).toBe(false);
      }),
    );
  });

  it.each(['', 'LA', 'LA-0000-0000', 'LA-0000-0000-0000', 'XX-0000-0000-000', 'LA-UUUU-0000-000'])(
    'refuses "%s"',
    (typed) => {
      expect(isReferenceNumber(typed)).toBe(false);
    },
  );
});
