import { describe, expect, it } from 'vitest';

import type { Position } from '../cleaning/analysis-dataset.js';
import { LADDER_CODES, type LadderCode } from './ladder-code.js';
import { consistencyFlag, ladderCode, publicLadderCode, type LadderInput } from './ladder.js';

const ROUND_KINDS = ['published_facts', 'live', 'synthetic'] as const;
const POSITIONS: readonly Position[] = [
  'yes',
  'no',
  'dont_know',
  'skipped',
  'not_asked',
  'conflict',
  'no_reply',
];
const SCORES = ['missing', 0, 11, 42, 49, 50, 59, 74, 75, 100] as const;
const BOOLEANS = [true, false] as const;

const everyCombination: readonly LadderInput[] = ROUND_KINDS.flatMap((roundKind) =>
  BOOLEANS.flatMap((named) =>
    BOOLEANS.flatMap((answered) =>
      POSITIONS.flatMap((provision) =>
        POSITIONS.flatMap((inReach) =>
          SCORES.map((score) => ({ roundKind, named, answered, provision, inReach, score })),
        ),
      ),
    ),
  ),
);

const unknown = (position: Position): boolean => !['yes', 'no', 'conflict'].includes(position);
const reported = (input: LadderInput): boolean =>
  input.answered &&
  (input.named || input.roundKind !== 'published_facts') &&
  input.provision !== 'conflict' &&
  input.inReach !== 'conflict';
const scoreWithin = ({ score }: LadderInput, from: number, to: number): boolean =>
  score !== 'missing' && score >= from && score <= to;

/** Each row of methods C2 written so that it needs no order: no two may hold at once. */
const ROWS: Readonly<Record<Exclude<LadderCode, 'GP'>, (input: LadderInput) => boolean>> = {
  NP: (i) => i.roundKind === 'published_facts' && !i.named,
  NR: (i) => !i.answered && (i.named || i.roundKind !== 'published_facts'),
  CF: (i) =>
    i.answered &&
    (i.named || i.roundKind !== 'published_facts') &&
    (i.provision === 'conflict' || i.inReach === 'conflict'),
  G4: (i) => reported(i) && i.inReach === 'yes' && scoreWithin(i, 75, 100),
  G3: (i) => reported(i) && i.inReach === 'yes' && scoreWithin(i, 50, 74),
  G2: (i) => reported(i) && i.inReach === 'yes' && scoreWithin(i, 0, 49),
  GU: (i) => reported(i) && i.inReach === 'yes' && i.score === 'missing',
  G0: (i) => reported(i) && i.provision === 'no' && (i.inReach === 'no' || unknown(i.inReach)),
  G1: (i) => reported(i) && i.provision === 'yes' && i.inReach === 'no',
  G01: (i) => reported(i) && unknown(i.provision) && i.inReach === 'no',
  G1U: (i) => reported(i) && i.provision === 'yes' && unknown(i.inReach),
  DK: (i) => reported(i) && unknown(i.provision) && unknown(i.inReach),
};

const answeredHospital: LadderInput = {
  roundKind: 'live',
  named: true,
  answered: true,
  provision: 'dont_know',
  inReach: 'yes',
  score: 'missing',
};

describe('the integration ladder', () => {
  it('gives every hospital exactly one code, the one whose rule holds, over all combinations', () => {
    expect(everyCombination).toHaveLength(3 * 2 * 2 * 7 * 7 * SCORES.length);
    for (const input of everyCombination) {
      const holding = Object.entries(ROWS)
        .filter(([, rule]) => rule(input))
        .map(([code]) => code);
      expect(holding, JSON.stringify(input)).toEqual([ladderCode(input)]);
    }
  });

  it('can give every code except the one that only publication makes', () => {
    const given = new Set(everyCombination.map((input) => ladderCode(input)));
    expect(LADDER_CODES.filter((code) => !given.has(code))).toEqual(['GP']);
  });

  it.each([
    ['Royal Oldham', 59, 'G3'],
    ['Royal Devon and Exeter', 42, 'G2'],
    ['Weston General', 11, 'G2'],
  ] as const)('puts %s with its 2018 score of %i on %s', (_hospital, score, code) => {
    expect(ladderCode({ ...answeredHospital, roundKind: 'published_facts', score })).toBe(code);
  });

  it('says "not published", never "no reply", of a hospital that a published report does not name', () => {
    const silent = { ...answeredHospital, answered: false, named: false };
    expect(ladderCode({ ...silent, roundKind: 'published_facts' })).toBe('NP');
    expect(ladderCode({ ...silent, roundKind: 'live' })).toBe('NR');
  });

  it.each([
    [74, 'G3'],
    [75, 'G4'],
    [49, 'G2'],
    [50, 'G3'],
    [0, 'G2'],
  ] as const)('reads a score of %i as %s', (score, code) => {
    expect(ladderCode({ ...answeredHospital, score })).toBe(code);
  });

  it('follows the bands of the survey where it sets its own', () => {
    expect(ladderCode({ ...answeredHospital, score: 59, bands: { well: 55, partly: 30 } })).toBe('G4');
  });

  it.each([-1, 101, Number.NaN])('refuses a score of %d', (score) => {
    expect(() => ladderCode({ ...answeredHospital, score })).toThrow(RangeError);
  });

  it('refuses bands that are not in order', () => {
    expect(() => ladderCode({ ...answeredHospital, score: 60, bands: { well: 50, partly: 75 } })).toThrow(
      RangeError,
    );
  });
});

describe('the public code', () => {
  it.each(LADDER_CODES)('of %s hides a band, and only a band, without consent', (code) => {
    const hidden = ['G2', 'G3', 'G4'].includes(code) ? 'GP' : code;
    expect(publicLadderCode(code, false, false)).toBe(hidden);
    expect(publicLadderCode(code, true, false)).toBe(code);
    expect(publicLadderCode(code, false, true)).toBe(code);
  });
});

describe('the consistency flag', () => {
  it.each(POSITIONS.flatMap((provision) => POSITIONS.map((inReach) => [provision, inReach] as const)))(
    'for provision %s and in-reach %s is raised only on a reported in-reach without known provision',
    (provision, inReach) => {
      const expected = inReach === 'yes' && ['no', 'dont_know'].includes(provision);
      expect(consistencyFlag(provision, inReach)).toBe(expected);
    },
  );
});
