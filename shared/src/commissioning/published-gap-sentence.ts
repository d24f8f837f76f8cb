import type { LadderCode } from '../analysis/ladder-code.js';
import type { OtherProvision } from '../analysis/other-provision.js';
import { hospitalCount, inWords, situationSentence } from './gap-sentence.js';
import { type PublishedPosition, publishedPositions } from './published-position.js';

/** An area as a release shows it: public codes only, so no withheld answer can be worked out from the sentence. */
export interface PublishedAreaRound {
  readonly area: string;
  readonly roundKind: 'published_facts' | 'live' | 'synthetic';
  /** When the answers were given, in words. */
  readonly month: string;
  readonly hospitals: readonly {
    readonly name: string;
    readonly category: LadderCode;
    readonly otherProvision: OtherProvision;
  }[];
  /** Hospitals with in-reach that are named; absent = all. The others are counted. */
  readonly mostNames?: number;
}

/**
 * The sentence about an area (methods C3) from what is published by name. Its counts add up to the hospitals of the
 * area; what is not published is counted as that, never as silence or "none". It never writes *gap*.
 */
export function publishedGapSentence({
  area,
  roundKind,
  month,
  hospitals,
  mostNames = Infinity,
}: PublishedAreaRound): string {
  if (roundKind === 'published_facts') return `${area}: not published by area.`;
  const marked = roundKind === 'synthetic' ? `SYNTHETIC: ${area}` : area;
  if (hospitals.length === 0) return `${marked}: no hospital of the frame lies in this area.`;
  const known = hospitals.map((hospital) => ({ ...hospital, ...publishedPositions(hospital.category) }));
  const provision = (wanted: PublishedPosition): number =>
    known.filter((hospital) => hospital.provision === wanted && hospital.category !== 'NP').length;

  const withheld = hospitals.filter(({ category }) => category === 'NP').length;
  const silent = provision('no_reply');
  const shown = hospitals.length - withheld - silent;
  const [yes, no, unknown, untold] = (['yes', 'no', 'unknown', 'not_published'] as const).map(provision);
  const reporting = known.filter(({ inReach }) => inReach === 'yes').map(({ name }) => name);
  return [
    withheld === 0
      ? `${marked}: ${shown} of ${hospitalCount(hospitals.length)} answered (${month}).`
      : `${marked}: answers of ${shown} of ${hospitalCount(hospitals.length)} are published (${month}).`,
    ...(shown === 0
      ? []
      : [
          `${yes} ${yes === 1 ? 'reports' : 'report'} IAPT for LTC/MUS, ${no} ${no === 1 ? 'reports' : 'report'} none,`,
          `at ${unknown} it is not known` +
            (untold === 0 ? '.' : `, of ${untold} this answer is not published.`),
          reporting.length > 0
            ? `In-reach reported at ${namesWithin(reporting.toSorted(), mostNames)}.`
            : inReachUnknown(known.map(({ inReach }) => inReach)),
        ]),
    `${silent} did not reply.`,
    ...(withheld === 0
      ? []
      : [`${withheld} not published: ${withheld === 1 ? 'it' : 'they'} may have answered or not.`]),
    ...(shown === 0
      ? []
      : [
          situationSentence(
            known.map(({ category, otherProvision }) => ({ code: category, otherProvision })),
          ),
        ]),
  ].join(' ');
}

/** No in-reach is reported; where nobody knows, or it is not told, that is said and is not "none". */
function inReachUnknown(positions: readonly PublishedPosition[]): string {
  const count = (wanted: PublishedPosition): number => positions.filter((one) => one === wanted).length;
  const unknown = count('unknown');
  return `In-reach reported at none of those published${unknown === 0 ? '' : `; at ${unknown} it is not known`}.`;
}

/** "Ash, Beech and 3 more hospitals". */
function namesWithin(names: readonly string[], most: number): string {
  const left = names.length - most;
  return inWords(
    left <= 0 ? names : [...names.slice(0, most), `${left} more ${left === 1 ? 'hospital' : 'hospitals'}`],
  );
}
