import type { ShownDesk } from './release-desk.graphql.js';

type ShownHospital = Pick<
  ShownDesk['hospitals'][number],
  'linked' | 'openedAt' | 'said' | 'refusesScore' | 'refusesQuotations'
>;

/** How a right of reply stands, in numbers of hospitals. */
export function toReplyCounts(hospitals: readonly ShownHospital[]) {
  const count = (fits: (hospital: ShownHospital) => boolean): number => hospitals.filter(fits).length;
  return {
    offered: hospitals.length,
    linked: count(({ linked }) => linked),
    opened: count(({ openedAt }) => openedAt !== ''),
    right: count(({ said }) => said === 'right'),
    wrong: count(({ said }) => said === 'wrong'),
    scores: count(({ refusesScore }) => refusesScore),
    quotations: count(({ refusesQuotations }) => refusesQuotations),
  };
}

/** What a hospital replied, in words; one that said nothing says so. */
export function saidWords({ said, refusesScore, refusesQuotations }: ShownHospital): string {
  const words = [
    ...(said === 'right' ? ['all is right'] : said === 'wrong' ? ['something is wrong'] : []),
    ...(refusesScore ? ['refuses the naming of its score'] : []),
    ...(refusesQuotations ? ['refuses the naming of its quotations'] : []),
  ];
  return words.length === 0 ? 'nothing yet' : words.join('; ');
}
