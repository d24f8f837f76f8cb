import type { LadderCode } from '../../analysis/ladder-code.js';
import type { ReleaseDocument } from '../../publication/release.js';
import type { FactStamp, ServiceFacts } from './register-service.js';
import { REFERENCE_LENGTH } from './parse-service.js';

/** What a release says of a hospital that could stand in the register. */
export const PROPOSED_FACTS = ['in_reach', 'other_provision'] as const;
export type ProposedFact = (typeof PROPOSED_FACTS)[number];

/** A fact of a release that waits for a person; never taken over by itself. */
export interface ReleaseProposal {
  /** The same for every release of a round, so that what was declined stays declined. */
  readonly key: string;
  readonly roundId: string;
  readonly releaseNumber: number;
  readonly odsCode: string;
  readonly hospital: string;
  readonly fact: ProposedFact;
  /** What would be entered if somebody confirms it. */
  readonly facts: ServiceFacts;
  readonly stamp: FactStamp;
}

/** Codes that say: there is IAPT in-reach. All others do not say it, which is not "no". */
const IN_REACH: readonly LadderCode[] = ['G2', 'G3', 'G4', 'GU', 'GP'];

const NOTHING_KNOWN: Omit<ServiceFacts, 'kind' | 'name' | 'deliveries'> = {
  provider: '',
  tier: 'not_known',
  // The survey says what was; whether it still is has to be confirmed.
  status: 'not_known',
  what: '',
  hours: 'not_known',
  referral: '',
  outcomes: '',
  wte: null,
  resources: '',
  conditions: [],
  settings: [],
  complexity: [],
};

/**
 * The first day of the last month that a release's answers describe: facts are as old as the answers, not as the release.
 * A year alone counts from its first day; '' = the text names no time.
 */
export function answersFrom(asAt: string): string {
  const [, year, month = '01', day = '01'] =
    [...asAt.matchAll(/\b(20\d\d)(?:-(\d\d)(?:-(\d\d))?)?/g)].at(-1) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}`;
}

/**
 * What a release's public facts could bring to the register. A synthetic round proposes nothing: its hospitals are real
 * and its answers are not. Codes that are withheld, and answers other than yes, propose nothing either.
 */
export function releaseProposals({
  round,
  number,
  asAt,
  hospitals,
}: ReleaseDocument): readonly ReleaseProposal[] {
  const confirmedOn = answersFrom(asAt);
  if (round.kind === 'synthetic' || confirmedOn === '') return [];
  const reference = `${round.title}, release ${number}`.slice(0, REFERENCE_LENGTH);
  const stamp: FactStamp = { confirmedOn, confirmer: 'team', organisation: '', source: 'release', reference };
  return hospitals.flatMap(({ odsCode, name, category, otherProvision }): ReleaseProposal[] => {
    const propose = (fact: ProposedFact, facts: Pick<ServiceFacts, 'kind' | 'name' | 'deliveries'>) => ({
      key: `${round.id}:${odsCode}:${fact}`,
      roundId: round.id,
      releaseNumber: number,
      odsCode,
      hospital: name,
      fact,
      facts: { ...NOTHING_KNOWN, ...facts },
      stamp,
    });
    return [
      ...(IN_REACH.includes(category)
        ? [
            propose('in_reach', {
              kind: 'iapt_ltc',
              name: `IAPT in-reach at ${name}`.slice(0, 200),
              deliveries: [{ odsCode, how: 'in_reach' }],
            }),
          ]
        : []),
      ...(otherProvision === 'yes'
        ? [
            propose('other_provision', {
              kind: 'other_specialist',
              name: `Service for MUS or LTC at ${name}`.slice(0, 200),
              deliveries: [{ odsCode, how: 'on_site' }],
            }),
          ]
        : []),
    ];
  });
}
