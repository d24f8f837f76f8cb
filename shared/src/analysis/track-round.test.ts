import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FormDecision, HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { NO_CONSENT } from '../fieldwork/response.js';
import type { Hospital, SiteCategory } from '../frame/hospital.js';
import { HOSPITAL_STANDINGS } from './hospital-standing.js';
import { TRACK_LEVELS, type TrackedArea, trackRound, type TrackRoundInput } from './track-round.js';

const HALF = { numerator: 1, denominator: 2 };

const hospital = (
  at: number,
  where: { readonly region?: string; readonly icb?: string; readonly siteCategory?: SiteCategory } = {},
): Hospital => {
  const { region = 'North', icb = 'ICB A', siteCategory = 'general_ed' } = where;
  return {
    odsCode: `H${at}`,
    name: `Example Hospital ${String(at).padStart(3, '0')}`,
    postcode: '',
    town: 'Example Town',
    latitude: 52,
    longitude: -1,
    siteCategory,
    trustCode: 'T1',
    trust: 'Example Trust',
    regionCode: region,
    region,
    icbCode: icb,
    icb,
    ccgCode: 'C1',
    ccg: 'Example CCG',
  };
};

const item = (position: Position) => ({
  position,
  agreeing: 1,
  asked: 1,
  oneOfSeveral: false,
  responseIds: [],
});

const record = (odsCode: string, provision: Position, inReach: Position = 'no'): HospitalRecord => ({
  odsCode,
  forms: provision === 'no_reply' ? 0 : 1,
  leadResponseId: '',
  items: { iapt_treats_mus_ltc: item(provision), iapt_inreach: item(inReach) },
  score: { missing: 'not_asked' },
  otherScores: [],
  consent: NO_CONSENT,
  clustered: false,
  lastSubmittedAt: '',
});

const decision = (
  odsCode: string,
  outcome: FormDecision['outcome'],
  reason: FormDecision['reason'] = '',
): FormDecision => ({ responseId: `r-${odsCode}-${outcome}`, outcome, rule: '', reason, odsCode, note: '' });

const track = (values: Partial<TrackRoundInput>) =>
  trackRound({
    hospitals: [hospital(1)],
    dataset: { hospitals: [], decisions: [] },
    invited: [],
    level: 'region',
    threshold: HALF,
    eligibleShare: 'not_known',
    ...values,
  });

describe('what has become of a hospital', () => {
  it.each([
    ['silent', []],
    ['begun', [decision('H1', 'partial')]],
    ['withdrawn', [decision('H1', 'withdrawn')]],
    ['set_aside', [decision('H1', 'pending', 'under_review')]],
    ['set_aside', [decision('H1', 'excluded', 'out_of_scope_population')]],
    ['silent', [decision('H1', 'excluded', 'test')]],
    ['silent', [decision('H1', 'excluded', 'blank')]],
    ['silent', [decision('', 'pending', 'unmatched_hospital')]],
    ['begun', [decision('H1', 'withdrawn'), decision('H1', 'partial')]],
    ['set_aside', [decision('H1', 'partial'), decision('H1', 'pending', 'under_review')]],
  ] as const)('is %s after its forms', (standing, decisions) => {
    const { hospitals } = track({ dataset: { hospitals: [record('H1', 'no_reply')], decisions } });
    expect(hospitals[0]?.standing).toBe(standing);
  });

  it('is submitted as soon as one form counts, whatever became of the others, and in a conflict too', () => {
    const decisions = [decision('H1', 'accepted'), decision('H1', 'partial')];
    for (const position of ['yes', 'conflict', 'dont_know'] as const) {
      const { england } = track({ dataset: { hospitals: [record('H1', position)], decisions } });
      expect(england.standings).toEqual({ submitted: 1, set_aside: 0, begun: 0, withdrawn: 0, silent: 0 });
    }
  });

  it('is started by a form that turned out to be a test, but stays silent', () => {
    const decisions = [decision('H1', 'excluded', 'test')];
    const { england } = track({ dataset: { hospitals: [], decisions } });
    expect([england.started, england.standings.silent]).toEqual([1, 1]);
  });
});

describe('the response rates of a round', () => {
  const frame = Array.from({ length: 179 }, (_, at) => hospital(at));
  const answers: Position[] = [
    ...Array.from({ length: 31 }, () => 'yes' as const),
    ...Array.from({ length: 18 }, () => 'no' as const),
    ...Array.from({ length: 25 }, () => 'dont_know' as const),
  ];
  const records = answers.map((position, at) =>
    record(`H${at}`, position, at < 3 ? 'yes' : at < 65 ? 'no' : 'dont_know'),
  );
  const as2018 = (values: Partial<TrackRoundInput> = {}) =>
    track({ hospitals: frame, dataset: { hospitals: records, decisions: [] }, ...values }).england;

  it('are those of 2017-18 where 74 of 179 submitted and 94 of the 105 silent ones are taken to be eligible', () => {
    const { rates, dispositions } = as2018({ eligibleShare: 94 / 105 });
    expect(dispositions).toEqual({
      complete: 74,
      partial: 0,
      refusal: 0,
      noContact: 0,
      other: 0,
      unknownEligibility: 105,
      eligibleShare: 94 / 105,
    });
    expect(rates.rr1).toBe(74 / 179);
    expect(rates.rr3).toBeCloseTo(74 / 168, 12);
  });

  it('leave RR3 and RR4 open while nobody has said which share is eligible', () => {
    const { rr1, rr3, rr4 } = as2018().rates;
    expect([rr1, rr3, rr4]).toEqual([74 / 179, 'not_known', 'not_known']);
  });

  it.each([
    ['one half', { numerator: 1, denominator: 2 }, [59, 130], [28, 114]],
    ['three quarters', { numerator: 3, denominator: 4 }, [27, 130], [0, 0]],
  ])('come with the replies still needed for %s', (_case, threshold, provision, inReach) => {
    const needed = as2018({ threshold }).indicators.map(({ atLeast, atMost }) => [atLeast, atMost]);
    expect(needed).toEqual([provision, inReach]);
  });
});

describe('the groups of a round', () => {
  const places = fc.record({
    region: fc.constantFrom('North', 'South', 'London'),
    icb: fc.constantFrom('ICB A', 'ICB B', 'ICB C', 'ICB D'),
    siteCategory: fc.constantFrom<SiteCategory[]>('general_ed', 'general_ed_part_time'),
  });
  const one = fc.record({
    place: places,
    invited: fc.boolean(),
    position: fc.constantFrom<Position[]>('yes', 'no', 'dont_know', 'conflict', 'skipped', 'no_reply'),
    outcome: fc.option(fc.constantFrom<FormDecision['outcome'][]>('partial', 'withdrawn', 'pending')),
  });
  const rounds = fc
    .array(one, { minLength: 1, maxLength: 60 })
    .map((all): Omit<TrackRoundInput, 'level'> => ({
      hospitals: all.map(({ place }, at) => hospital(at, place)),
      dataset: {
        hospitals: all.map(({ position }, at) => record(`H${at}`, position)),
        decisions: all.flatMap(({ outcome }, at) => (outcome === null ? [] : [decision(`H${at}`, outcome)])),
      },
      invited: [...all.flatMap(({ invited }, at) => (invited ? [`H${at}`] : [])), 'OUTSIDE'],
      threshold: HALF,
      eligibleShare: 0.5,
    }));

  it.each(TRACK_LEVELS)('add up to England at the level %s, and each to its frame', (level) => {
    fc.assert(
      fc.property(rounds, (round) => {
        const { england, areas, hospitals } = trackRound({ ...round, level });
        const sum = (count: (area: TrackedArea) => number): number =>
          areas.reduce((total, area) => total + count(area), 0);
        expect(england.frame).toBe(round.hospitals.length);
        expect(hospitals).toHaveLength(round.hospitals.length);
        for (const count of ['frame', 'invited', 'started'] as const)
          expect(sum((area) => area[count])).toBe(england[count]);
        for (const standing of HOSPITAL_STANDINGS)
          expect(sum(({ standings }) => standings[standing])).toBe(england.standings[standing]);
        england.indicators.forEach(({ yes, no, notKnown, dontKnow }, at) => {
          expect(sum(({ indicators }) => indicators[at]?.yes ?? Number.NaN)).toBe(yes);
          expect(sum(({ indicators }) => indicators[at]?.no ?? Number.NaN)).toBe(no);
          expect(yes + no + dontKnow + notKnown).toBe(england.frame);
        });
        for (const { frame, standings, dispositions: d } of [england, ...areas]) {
          expect(HOSPITAL_STANDINGS.reduce((total, standing) => total + standings[standing], 0)).toBe(frame);
          expect(
            d.complete + Number(d.partial) + d.refusal + d.noContact + d.other + d.unknownEligibility,
          ).toBe(frame);
        }
      }),
    );
  });

  it('come by name, with the words of the kind of site where they are kinds of site', () => {
    const hospitals = [
      hospital(1, { region: 'South' }),
      hospital(2, { region: 'North', siteCategory: 'general_ed_part_time' }),
    ];
    expect(track({ hospitals }).areas.map(({ name }) => name)).toEqual(['North', 'South']);
    expect(track({ hospitals, level: 'site_category' }).areas.map(({ name }) => name)).toEqual([
      'General hospital with a part-time emergency department',
      'General hospital with an emergency department',
    ]);
  });

  it('are refused where the frame has no hospital', () => {
    expect(() => track({ hospitals: [] })).toThrow(RangeError);
  });
});
