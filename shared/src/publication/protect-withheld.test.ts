import { describe, expect, it } from 'vitest';

import type { LadderCode } from '../analysis/ladder-code.js';
import { type ExampleAnswer, exampleRecord } from './example-dataset.js';
import { protectWithheld } from './protect-withheld.js';

const hospital = (odsCode: string, code: LadderCode, answer?: ExampleAnswer) => ({
  record: exampleRecord(odsCode, answer),
  code,
});
const no = { treats: 'no', inReach: 'no' } as const;
const yes = { treats: 'yes', inReach: 'yes' } as const;
const codes = (
  hospitals: Parameters<typeof protectWithheld>[0],
  settings = { nameDontKnow: false },
): readonly string[] => protectWithheld(hospitals, settings).map(({ code }) => code);

describe('a withheld answer', () => {
  it('cannot be solved from the totals: a silent hospital is withheld with it', () => {
    expect(codes([hospital('A', 'NP', no), hospital('B', 'G0', no), hospital('C', 'NR')])).toEqual([
      'NP',
      'G0',
      'NP',
    ]);
  });

  it('is covered by a team that did not know where nobody was silent', () => {
    const unknown = { treats: 'dont_know', inReach: 'dont_know' } as const;
    expect(codes([hospital('A', 'NP', no), hospital('B', 'GU', yes), hospital('C', 'DK', unknown)])).toEqual([
      'NP',
      'GU',
      'NP',
    ]);
  });

  it('is covered by the first hospital that differs where all know', () => {
    expect(codes([hospital('A', 'NP', no), hospital('C', 'GU', yes), hospital('B', 'GU', yes)])).toEqual([
      'NP',
      'GU',
      'NP',
    ]);
  });

  it('needs no cover where the withheld hospitals differ already', () => {
    const before = [hospital('A', 'NP', no), hospital('B', 'NP', yes), hospital('C', 'NR')];
    expect(codes(before)).toEqual(before.map(({ code }) => code));
  });

  it('needs none where only silent hospitals are withheld', () => {
    expect(codes([hospital('A', 'NP'), hospital('B', 'G0', no)])).toEqual(['NP', 'G0']);
  });

  it('is covered on each question, not only on the first', () => {
    const mixed = [
      hospital('A', 'NP', { treats: 'no', inReach: 'no' }),
      hospital('B', 'NP', { treats: 'yes', inReach: 'no' }),
      hospital('C', 'NR'),
    ];
    expect(codes(mixed)).toEqual(['NP', 'NP', 'NP']);
  });

  it('stays as it is where every hospital said the same: nothing could hide it', () => {
    expect(codes([hospital('A', 'NP', no), hospital('B', 'G0', no)])).toEqual(['NP', 'G0']);
  });
});

describe('a "don\'t know" that the round does not name', () => {
  const open: [string, readonly ReturnType<typeof hospital>[]][] = [
    [
      'on in-reach, beside no provision',
      [
        hospital('A', 'G0', { treats: 'no', inReach: 'dont_know' }),
        hospital('B', 'G1', { treats: 'yes', inReach: 'no' }),
      ],
    ],
    [
      'on provision, beside in-reach',
      [
        hospital('A', 'GU', { treats: 'dont_know', inReach: 'yes' }),
        hospital('B', 'G1', { treats: 'yes', inReach: 'no' }),
      ],
    ],
  ];

  it.each(open)('%s, cannot be found by subtracting those that are named', (_case, hospitals) => {
    const [theirs, ...others] = codes([...hospitals, hospital('C', 'NR')]);
    expect(theirs).toBe(hospitals[0]?.code);
    expect(others).toEqual(['G1', 'NP']);
  });

  it.each(open)('%s, needs no cover where the round names it', (_case, hospitals) => {
    const named = [...hospitals, hospital('C', 'NR')];
    expect(codes(named, { nameDontKnow: true })).toEqual(named.map(({ code }) => code));
  });

  it.each(open)(
    '%s, needs no cover beside a hospital that is withheld and may be the one',
    (_case, hospitals) => {
      const named = [...hospitals, hospital('C', 'NP')];
      expect(codes(named)).toEqual(named.map(({ code }) => code));
    },
  );
});
