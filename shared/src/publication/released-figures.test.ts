import { describe, expect, it } from 'vitest';

import { LADDER_CODES } from '../analysis/ladder-code.js';
import { exampleFrame } from './example-frame.js';
import { exampleRelease } from './example-dataset.js';
import { publicPosition } from './public-position.js';
import { releasedFigures } from './released-figures.js';

const hospitals = exampleFrame(12);
const release = exampleRelease('live', hospitals, {
  RW603: { treats: 'yes', inReach: 'yes' },
  RH801: { treats: 'no', inReach: 'no' },
  RA301: { treats: 'yes', inReach: 'no', nameFacts: false },
  RWA01: { treats: 'dont_know', inReach: 'no' },
  ZZ005: { treats: 'yes', inReach: 'no' },
  ZZ006: { treats: 'no', inReach: 'no' },
});

describe('figures of a release', () => {
  it('give England as the release has it, and say how many behind it are not named', () => {
    const { figures } = releasedFigures(release, 'iapt-treats-mus-ltc', 'england');
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject({ yes: 3, no: 2, dontKnow: 1, notKnown: 6, frame: 12 });
    const { numerator, numeratorUnnamed, denominator } = figures[0]!.trace;
    expect(numerator.length + numeratorUnnamed).toBe(3);
    expect(numerator).not.toContain('RA301');
    expect(denominator).toHaveLength(12);
  });

  it('never take the listed hospitals for those that a source declares without a list', () => {
    const declared = { ...release, frame: { ...release.frame, declaredSize: 14 } };
    const indicators = release.indicators.map((one) => ({ ...one, frame: 14, notKnown: one.notKnown + 2 }));
    const { figures, notes } = releasedFigures({ ...declared, indicators }, 'iapt-treats-mus-ltc', 'england');
    const { denominator, denominatorUnnamed, numerator, no } = figures[0]!.trace;
    expect(denominator).toEqual([...numerator, ...no]);
    expect(denominator.length + denominatorUnnamed).toBe(14);
    expect(notes.join(' ')).toContain('another list');
  });

  it('count groups from public codes alone: bounds that hold, and no share among a selection', () => {
    const { figures, notes } = releasedFigures(release, 'iapt-treats-mus-ltc', 'region');
    const groups = figures.slice(1);
    expect(groups.reduce((sum, { frame }) => sum + frame, 0)).toBe(12);
    for (const row of groups)
      expect([row.dontKnow, row.amongRespondents, row.interval, row.amongThoseWhoKnow]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    const told = groups.flatMap(({ trace }) => trace.numerator);
    const named = release.hospitals.filter(
      ({ category }) => publicPosition(category, 'iapt-treats-mus-ltc') === 'yes',
    );
    expect([...told].sort()).toEqual(named.map(({ odsCode }) => odsCode).sort());
    expect(told).not.toContain('RA301');
    expect(notes[0]).toContain('need not add up');
  });

  it('are a function of the release: a withheld answer changes nothing', () => {
    const other = exampleRelease('live', hospitals, {
      RW603: { treats: 'yes', inReach: 'yes' },
      RH801: { treats: 'no', inReach: 'no' },
      RA301: { treats: 'no', inReach: 'no', nameFacts: false },
      RWA01: { treats: 'dont_know', inReach: 'no' },
      ZZ005: { treats: 'yes', inReach: 'no' },
      ZZ006: { treats: 'no', inReach: 'no' },
    });
    const groups = (one: typeof release) =>
      releasedFigures(one, 'iapt-treats-mus-ltc', 'icb')
        .figures.slice(1)
        .map((row) => ({ ...row, benchmark: null }));
    expect(groups(other)).toEqual(groups(release));
  });

  it('give no groups that the release does not hold, and say why', () => {
    expect(releasedFigures(release, 'iapt-in-reach', 'perspective')).toMatchObject({
      figures: [{ code: 'england' }],
      notes: ['A release does not hold this breakdown.'],
    });
    expect(releasedFigures({ ...release, areaFigures: false }, 'iapt-in-reach', 'region').notes[0]).toContain(
      'Not published by area',
    );
  });
});

describe('what a public code says', () => {
  it('of every code, and nothing of those that withhold, conflict or do not know', () => {
    const said = LADDER_CODES.map((code) => [
      code,
      publicPosition(code, 'iapt-treats-mus-ltc'),
      publicPosition(code, 'iapt-in-reach'),
    ]);
    expect(Object.fromEntries(said.map(([code, ...both]) => [code, both.join(' ')]))).toEqual({
      NP: 'not_said not_said',
      NR: 'not_said not_said',
      CF: 'not_said not_said',
      DK: 'not_said not_said',
      G4: 'not_said yes',
      G3: 'not_said yes',
      G2: 'not_said yes',
      GU: 'not_said yes',
      GP: 'not_said yes',
      G0: 'no not_said',
      G1: 'yes no',
      G01: 'not_said no',
      G1U: 'yes not_said',
    });
  });
});
