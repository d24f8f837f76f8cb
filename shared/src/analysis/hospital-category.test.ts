import { describe, expect, it } from 'vitest';

import type { HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { hospitalCategory } from './hospital-category.js';
import { otherProvisionOf } from './other-provision.js';

const record = (
  positions: Readonly<Record<string, Position>>,
  more: Partial<HospitalRecord> = {},
): HospitalRecord => ({
  odsCode: 'RXX01',
  forms: 1,
  leadResponseId: 'r1',
  items: Object.fromEntries(
    Object.entries(positions).map(([item, position]) => [
      item,
      { position, agreeing: 1, asked: 1, oneOfSeveral: false, responseIds: ['r1'] },
    ]),
  ),
  score: { missing: 'not_asked' },
  otherScores: [],
  consent: { nameFacts: true, nameScore: true, quote: true },
  clustered: false,
  lastSubmittedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

describe('where a hospital stands', () => {
  it('follows from its answers', () => {
    expect(
      hospitalCategory(
        record({ iapt_treats_mus_ltc: 'no', iapt_inreach: 'no', psychology_on_site: 'yes' }),
        'live',
      ),
    ).toEqual({
      odsCode: 'RXX01',
      provision: 'no',
      inReach: 'no',
      score: 'missing',
      code: 'G0',
      otherProvision: 'yes',
      consistencyFlag: false,
    });
  });

  it("uses the lead's score, not the others'", () => {
    const rated = record(
      { iapt_treats_mus_ltc: 'dont_know', iapt_inreach: 'yes' },
      { score: { given: 80 }, otherScores: [10] },
    );
    expect(hospitalCategory(rated, 'live')).toMatchObject({ code: 'G4', score: 80, consistencyFlag: true });
    expect(hospitalCategory(rated, 'live', { well: 90, partly: 40 }).code).toBe('G3');
  });

  it('is "not rated" where there is no lead, though others rated', () => {
    const leaderless = record(
      { iapt_treats_mus_ltc: 'yes', iapt_inreach: 'yes' },
      { score: { missing: 'no_lead' }, otherScores: [10, 90] },
    );
    expect(hospitalCategory(leaderless, 'live')).toMatchObject({ code: 'GU', score: 'missing' });
  });

  it.each([
    ['live', 'NR'],
    ['synthetic', 'NR'],
    ['published_facts', 'NP'],
  ] as const)('of a hospital without a form is, in a %s round, %s', (kind, code) => {
    const silent = record({ iapt_treats_mus_ltc: 'no_reply', iapt_inreach: 'no_reply' }, { forms: 0 });
    expect(hospitalCategory(silent, kind)).toMatchObject({ code, otherProvision: 'not_known' });
  });

  it('of a hospital in conflict is CF although it answered', () => {
    const divided = record({ iapt_treats_mus_ltc: 'conflict', iapt_inreach: 'no' }, { forms: 2 });
    expect(hospitalCategory(divided, 'live').code).toBe('CF');
  });

  it('of a hospital that the 2018 report names is a code of the ladder, other provision not known', () => {
    const oldham = record({ iapt_inreach: 'yes' }, { score: { given: 59 } });
    expect(hospitalCategory(oldham, 'published_facts')).toMatchObject({
      provision: 'not_asked',
      code: 'G3',
      otherProvision: 'not_known',
    });
  });
});

describe('other integrated provision', () => {
  it.each([
    ['yes', 'no', 'yes'],
    ['no', 'yes', 'yes'],
    ['yes', 'conflict', 'yes'],
    ['no', 'no', 'no'],
    ['no', 'dont_know', 'not_known'],
    ['no', 'skipped', 'not_known'],
    ['conflict', 'no', 'not_known'],
    ['not_asked', 'not_asked', 'not_known'],
    ['no_reply', 'no_reply', 'not_known'],
  ] as const)('psychology %s and another service %s: %s', (psychology, other, expected) => {
    expect(
      otherProvisionOf(record({ psychology_on_site: psychology, other_integrated_service: other })),
    ).toBe(expected);
  });

  it('is not known where one of the two was never asked', () => {
    expect(otherProvisionOf(record({ psychology_on_site: 'no' }))).toBe('not_known');
    expect(otherProvisionOf(record({}))).toBe('not_known');
  });
});
