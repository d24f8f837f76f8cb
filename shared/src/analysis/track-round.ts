import type { AnalysisDataset, HospitalRecord } from '../cleaning/analysis-dataset.js';
import { byText } from '../cleaning/by-text.js';
import type { Hospital } from '../frame/hospital.js';
import { siteCategoryWords } from '../frame/site-category-words.js';
import type { CountedAnswer } from './closed-questions.js';
import { type HospitalProgress, hospitalProgress, type HospitalStanding } from './hospital-standing.js';
import { INDICATOR_DEFINITIONS } from './indicator-definitions.js';
import { indicatorPosition } from './indicator-position.js';
import { INDICATOR_IDS, type Tally } from './indicator-result.js';
import { type AaporRates, aaporRates, type Dispositions } from './response-rate.js';
import { tallyPositions } from './tally.js';
import { type RationalShare, repliesStillNeeded, type ThresholdVerdict } from './threshold.js';

/** By what the hospitals of a frame are grouped: not at all, by an area, or by the stratum of the frame. */
export const TRACK_LEVELS = ['england', 'region', 'icb', 'site_category'] as const;
export type TrackLevel = (typeof TRACK_LEVELS)[number];

/** One hospital of the frame in a running round. */
export interface TrackedHospital extends HospitalProgress {
  readonly hospital: Hospital;
  /** At least one invitation of the round is for it. */
  readonly invited: boolean;
  /** At least one link that was mailed for it was opened, by a person or by a scanner of mail. */
  readonly opened: boolean;
  /** Every invitation for it came back. */
  readonly bounced: boolean;
}

/** Where a question stands against the threshold, with the counts that it rests on. */
export interface IndicatorProgress extends Tally, ThresholdVerdict {
  readonly id: string;
}

/**
 * How a round goes in one group of hospitals. All counts are hospitals, never forms or people.
 * frame = submitted + set aside + begun + withdrawn + silent = I + O + P + R + U.
 */
export interface TrackedArea {
  /** Region or ICB code, site category, or `england`. */
  readonly code: string;
  readonly name: string;
  readonly frame: number;
  readonly invited: number;
  readonly opened: number;
  readonly bounced: number;
  readonly started: number;
  readonly standings: Readonly<Record<HospitalStanding, number>>;
  readonly dispositions: Dispositions;
  readonly rates: AaporRates;
  readonly indicators: readonly IndicatorProgress[];
}

/** A running round, its groups by name. Every hospital of the frame is in exactly one group. */
export interface TrackedRound {
  readonly england: TrackedArea;
  readonly areas: readonly TrackedArea[];
  readonly hospitals: readonly TrackedHospital[];
}

export interface TrackRoundInput {
  /** The listed frame of the round. */
  readonly hospitals: readonly Hospital[];
  readonly dataset: Pick<AnalysisDataset, 'hospitals' | 'decisions'>;
  /** Hospitals for which the round has an invitation. Those outside the frame are not counted. */
  readonly invited: Iterable<string>;
  /** Hospitals with a mailed link that was opened, and those all of whose invitations came back. */
  readonly opened?: Iterable<string>;
  readonly bounced?: Iterable<string>;
  readonly level: TrackLevel;
  /** The share that each question is held against. */
  readonly threshold: RationalShare;
  /** e: which share of the silent hospitals is taken to be eligible (methods D4). */
  readonly eligibleShare: Dispositions['eligibleShare'];
  /** What is held against the threshold; absent = the two indicators. */
  readonly counted?: readonly CountedAnswer[];
}

const INDICATORS: readonly CountedAnswer[] = INDICATOR_IDS.map((id) => INDICATOR_DEFINITIONS[id]);

/**
 * How a round goes, over England and over the groups of one level (methods C3 and D4).
 *
 * A silent hospital counts as U, not as NC: the frame says that it has an emergency department, not that it has a
 * liaison team that could answer.
 * @throws RangeError on an empty frame, or a threshold or `e` that is no share.
 */
export function trackRound(input: TrackRoundInput): TrackedRound {
  const { hospitals, dataset, level } = input;
  const invited = new Set(input.invited);
  const [opened, bounced] = [new Set(input.opened), new Set(input.bounced)];
  const progress = hospitalProgress(dataset);
  const records = new Map(dataset.hospitals.map((record) => [record.odsCode, record]));
  const tracked = hospitals.map((hospital): TrackedHospital => ({
    hospital,
    invited: invited.has(hospital.odsCode),
    opened: opened.has(hospital.odsCode),
    bounced: bounced.has(hospital.odsCode),
    ...(progress.get(hospital.odsCode) ?? { standing: 'silent', started: false }),
  }));
  const groups = new Map<string, TrackedHospital[]>();
  for (const one of tracked) {
    const { code } = groupOf(one.hospital, level);
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [one]);
    else group.push(one);
  }
  const area = (members: readonly TrackedHospital[], { code, name }: Group): TrackedArea => ({
    code,
    name,
    ...countMembers(members, input.eligibleShare),
    indicators: indicatorsOf(members, records, input.threshold, input.counted ?? INDICATORS),
  });
  return {
    england: area(tracked, ENGLAND),
    areas: [...groups.values()]
      .map((members) => area(members, members[0] ? groupOf(members[0].hospital, level) : ENGLAND))
      .sort((a, b) => byText(a.name, b.name) || byText(a.code, b.code)),
    hospitals: tracked,
  };
}

interface Group {
  readonly code: string;
  readonly name: string;
}

const ENGLAND: Group = { code: 'england', name: 'England' };

/** The group that a hospital is in at a level. */
export function groupOf(hospital: Hospital, level: TrackLevel): Group {
  switch (level) {
    case 'england':
      return ENGLAND;
    case 'region':
      return { code: hospital.regionCode, name: hospital.region };
    case 'icb':
      return { code: hospital.icbCode, name: hospital.icb };
    case 'site_category':
      return { code: hospital.siteCategory, name: siteCategoryWords(hospital.siteCategory) };
  }
}

function countMembers(
  members: readonly TrackedHospital[],
  eligibleShare: Dispositions['eligibleShare'],
): Omit<TrackedArea, 'code' | 'name' | 'indicators'> {
  const standings = { submitted: 0, set_aside: 0, begun: 0, withdrawn: 0, silent: 0 };
  let [invited, opened, bounced, started] = [0, 0, 0, 0];
  for (const member of members) {
    standings[member.standing] += 1;
    invited += Number(member.invited);
    opened += Number(member.opened);
    bounced += Number(member.bounced);
    started += Number(member.started);
  }
  const dispositions: Dispositions = {
    complete: standings.submitted,
    partial: standings.begun,
    refusal: standings.withdrawn,
    noContact: 0,
    other: standings.set_aside,
    unknownEligibility: standings.silent,
    eligibleShare,
  };
  const rates = aaporRates(dispositions);
  return { frame: members.length, invited, opened, bounced, started, standings, dispositions, rates };
}

function indicatorsOf(
  members: readonly TrackedHospital[],
  records: ReadonlyMap<string, HospitalRecord>,
  threshold: RationalShare,
  counted: readonly CountedAnswer[],
): readonly IndicatorProgress[] {
  const answered = members.flatMap(({ hospital }) => records.get(hospital.odsCode) ?? []);
  return counted.map((answer) => {
    const tally = tallyPositions(
      answered.map((record) => indicatorPosition(record, answer)),
      members.length,
    );
    return { id: answer.id, ...tally, ...repliesStillNeeded(tally, threshold) };
  });
}
