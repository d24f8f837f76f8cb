import { LADDER_CODES, type LadderCode } from '../analysis/ladder-code.js';
import { isReportedAbsentOrWeak, ladderWords, lowerFirst } from '../analysis/ladder-label.js';
import type { OtherProvision } from '../analysis/other-provision.js';
import type { AnalysisDataset, Position } from '../cleaning/analysis-dataset.js';

/** One hospital of an area as the sentence needs it. */
export interface AreaHospital {
  readonly name: string;
  /** Its answers may stand under its name (consent and the round's settings). */
  readonly mayBeNamed: boolean;
  /** Position on "IAPT treats MUS/LTC"; `no_reply` when nobody answered. */
  readonly provision: Position;
  readonly inReach: Position;
  /** The *public* ladder code: with the internal one, counting G2 would give scores away. */
  readonly code: LadderCode;
  readonly otherProvision: OtherProvision;
}

/** An area (ICB, region, England) in one round: every hospital of the frame that lies in it. */
export interface AreaRound {
  readonly area: string;
  readonly roundKind: AnalysisDataset['roundKind'];
  /** When the answers were given, in words, e.g. `March 2026`. */
  readonly month: string;
  readonly hospitals: readonly AreaHospital[];
}

/**
 * What is known of an area, in a few sentences whose counts add up to its hospitals (methods C3): yes, none, did
 * not know, conflicting, skipped (and not asked), no reply. The same input always gives the same words.
 *
 * A published-facts round has no figures by area, and says that instead. Despite its name the sentence never writes
 * *gap*: whether absent provision is one depends on other provision, hospital by hospital (methods C2).
 * @example gapSentence(area) // 'Example ICB: 3 of 4 hospitals answered (March 2026). 1 reports IAPT for LTC/MUS, …'
 */
export function gapSentence({ area, roundKind, month, hospitals }: AreaRound): string {
  if (roundKind === 'published_facts') return `${area}: not published by area.`;
  if (hospitals.length === 0) return `${area}: no hospital of the frame lies in this area.`;
  const count = (...wanted: readonly Position[]): number =>
    hospitals.filter(({ provision }) => wanted.includes(provision)).length;

  const frame = hospitals.length;
  const yes = count('yes');
  const no = count('no');
  const notAsked = count('not_asked');
  const noReply = count('no_reply');
  return [
    `${area}: ${frame - noReply} of ${hospitalCount(frame)} answered (${month}).`,
    `${yes} ${yes === 1 ? 'reports' : 'report'} IAPT for LTC/MUS,`,
    `${no} ${no === 1 ? 'reports' : 'report'} none, ${count('dont_know')} did not know.`,
    inReachSentence(hospitals),
    `${count('conflict')} gave conflicting answers, ${count('skipped')} skipped the question,`,
    notAsked === 0 ? '' : `${notAsked} ${notAsked === 1 ? 'was' : 'were'} not asked it,`,
    `${noReply} did not reply.`,
    situationSentence(hospitals),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Names where all may be named, else the number: naming some would tell which ones are left out. */
function inReachSentence(hospitals: readonly AreaHospital[]): string {
  const reporting = hospitals.filter(({ inReach }) => inReach === 'yes');
  if (reporting.length === 0) {
    const unknown = hospitals.filter(({ inReach }) => !['no', 'no_reply'].includes(inReach)).length;
    return `In-reach reported at no hospital${unknown === 0 ? '' : `; at ${unknown} that answered it is not known`}.`;
  }
  if (!reporting.every(({ mayBeNamed }) => mayBeNamed)) {
    return `In-reach reported at ${hospitalCount(reporting.length)}.`;
  }
  const names = reporting.map(({ name }) => name).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `In-reach reported at ${inWords(names)}.`;
}

/** Codes from which nothing follows about absent or weak provision. */
const UNTOLD: ReadonlySet<LadderCode> = new Set(['NP', 'NR', 'CF', 'DK', 'G1U', 'GU']);

/**
 * The most frequent code of reported absent or weak provision, all of them when several are equally frequent; beside
 * each, what is known of other provision there, so that nobody reads the count as a count of gaps.
 */
export function situationSentence(
  hospitals: readonly Pick<AreaHospital, 'code' | 'otherProvision'>[],
): string {
  const groups = LADDER_CODES.filter(isReportedAbsentOrWeak).map((code) => ({
    code,
    members: hospitals.filter((hospital) => hospital.code === code),
  }));
  const most = Math.max(...groups.map(({ members }) => members.length));
  if (most === 0)
    return hospitals.every(({ code }) => UNTOLD.has(code))
      ? 'Whether provision is absent or weak where somebody answered is not known.'
      : 'No hospital of those that answered reports absent or weak provision.';
  const situations = groups
    .filter(({ members }) => members.length === most)
    .map(({ code, members }) => {
      const other = (wanted: OtherProvision): number =>
        members.filter(({ otherProvision }) => otherProvision === wanted).length;
      return (
        `${code}, ${lowerFirst(ladderWords(code))} (${hospitalCount(most)}; other integrated service on site at ` +
        `${other('yes')}, none at ${other('no')}, not known at ${other('not_known')})`
      );
    });
  return situations.length === 1
    ? `Most frequent reported situation: ${situations.join('')}.`
    : `Most frequent reported situations: ${situations.join('; ')}.`;
}

/** "1 hospital", "2 hospitals". */
export const hospitalCount = (count: number): string => `${count} ${count === 1 ? 'hospital' : 'hospitals'}`;

/** Names as a sentence lists them: "Ash, Beech and Cedar". */
export const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
