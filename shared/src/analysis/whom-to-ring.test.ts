import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Hospital } from '../frame/hospital.js';
import type { HospitalStanding } from './hospital-standing.js';
import { type TrackedArea, type TrackedHospital } from './track-round.js';
import { whomToRing } from './whom-to-ring.js';

const hospital = (name: string, icb: string): Hospital => ({
  odsCode: `ODS-${name}`,
  name,
  postcode: '',
  town: '',
  latitude: 52,
  longitude: -1,
  siteCategory: 'general_ed',
  trustCode: '',
  trust: '',
  regionCode: 'R',
  region: 'North',
  icbCode: icb,
  icb,
  ccgCode: '',
  ccg: '',
});

type Given = readonly [name: string, icb: string, standing: HospitalStanding];

/** Only what the ranking reads of an area is filled in by counting. */
function given(rows: readonly Given[]) {
  const hospitals = rows.map(([name, icb, standing]): TrackedHospital => ({
    hospital: hospital(name, icb),
    invited: true,
    opened: false,
    bounced: false,
    started: standing !== 'silent',
    standing,
  }));
  const areas = [...new Set(rows.map(([, icb]) => icb))].map((icb): TrackedArea => {
    const members = rows.filter(([, own]) => own === icb);
    const count = (wanted: HospitalStanding) =>
      members.filter(([, , standing]) => standing === wanted).length;
    const unused = { rates: {}, dispositions: {}, indicators: [] } as unknown as TrackedArea;
    const standings = {
      submitted: count('submitted'),
      set_aside: count('set_aside'),
      begun: count('begun'),
      withdrawn: count('withdrawn'),
      silent: count('silent'),
    };
    return { ...unused, code: icb, name: icb, frame: members.length, invited: 0, started: 0, standings };
  });
  return { areas, hospitals };
}
const names = (rows: readonly Given[]) => whomToRing(given(rows), 'icb').map((row) => row.hospital.name);

describe('whom to ring', () => {
  it('rings first where one reply moves the bounds furthest: in the smallest area', () => {
    expect(
      names([
        ['Large 1', 'Large', 'silent'],
        ['Large 2', 'Large', 'silent'],
        ['Large 3', 'Large', 'silent'],
        ['Small 1', 'Small', 'silent'],
        ['Small 2', 'Small', 'submitted'],
      ]),
    ).toEqual(['Small 1', 'Large 1', 'Large 2', 'Large 3']);
  });

  it('rings first, among areas of one size, where fewest have replied; then by name', () => {
    expect(
      names([
        ['Z', 'Half', 'silent'],
        ['Y', 'Half', 'submitted'],
        ['C', 'Quiet', 'silent'],
        ['B', 'Quiet', 'silent'],
      ]),
    ).toEqual(['B', 'C', 'Z']);
  });

  it('rings nobody who has submitted, begun, taken back or sent something', () => {
    expect(
      names([
        ['A', 'One', 'submitted'],
        ['B', 'One', 'begun'],
        ['C', 'One', 'withdrawn'],
        ['D', 'One', 'set_aside'],
      ]),
    ).toEqual([]);
  });

  it('says why in counts', () => {
    const rows = whomToRing(
      given([
        ['A', 'NHS Alone ICB', 'silent'],
        ['B', 'NHS Pair ICB', 'silent'],
        ['C', 'NHS Pair ICB', 'submitted'],
        ['D', 'NHS Quiet ICB', 'silent'],
        ['E', 'NHS Quiet ICB', 'silent'],
      ]),
      'icb',
    );
    expect(rows.map(({ rank, reason }) => `${rank} ${reason}`)).toEqual([
      '1 The only hospital of NHS Alone ICB: nothing is known there without it.',
      '2 A yes or a no moves a bound of NHS Quiet ICB by 1 of its 2 hospitals; none has replied so far.',
      '3 A yes or a no moves a bound of NHS Quiet ICB by 1 of its 2 hospitals; none has replied so far.',
      '4 A yes or a no moves a bound of NHS Pair ICB by 1 of its 2 hospitals; 1 has replied so far.',
    ]);
  });

  it('lists every silent hospital once, in an order that does not depend on the order of the frame', () => {
    const row = fc.tuple(
      fc.string({ minLength: 1, maxLength: 3 }),
      fc.constantFrom('A', 'B', 'C'),
      fc.constantFrom<HospitalStanding[]>('silent', 'submitted', 'begun'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ([name]) => name, minLength: 1 }), (rows) => {
        const listed = names(rows);
        expect([...listed].sort()).toEqual(
          rows.flatMap(([name, , standing]) => (standing === 'silent' ? [name] : [])).sort(),
        );
        expect(names([...rows].reverse())).toEqual(listed);
      }),
    );
  });

  it('refuses a round that was tracked at another level', () => {
    expect(() => whomToRing(given([['A', 'One', 'silent']]), 'region')).toThrow(RangeError);
  });
});
