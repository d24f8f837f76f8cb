import type { ResultOf } from 'gql.tada';

import type { fiveFactsQuery } from './home.graphql.js';

type FactsRelease = NonNullable<ResultOf<typeof fiveFactsQuery>['release']>;

/** One fact: a count out of a whole, and what is counted. */
export interface Fact {
  readonly id: string;
  readonly count: number;
  readonly of: number;
  readonly text: string;
}

/** A score from which integration counts as "partly" or better (display band of methods C2). */
const HALF = 50;

/**
 * The five facts of a release as separate bars over the same frame. They are not a funnel: a hospital of a later
 * line need not be in the line before, and the report does not say that it is (methods C3).
 */
export function toFiveFacts(release: FactsRelease): readonly Fact[] {
  const frame = release.frame.declaredSize ?? release.frame.listedSize;
  const yes = (id: string) => release.indicators.find((indicator) => indicator.id === id)?.yes;
  const treats = yes('iapt-treats-mus-ltc');
  const inReach = yes('iapt-in-reach');
  const facts: (Fact | null)[] = [
    { id: 'frame', count: frame, of: frame, text: 'acute hospitals in England, as the report counts them' },
    { id: 'analysed', count: release.forms.analysed, of: frame, text: 'forms analysed' },
    treats === undefined
      ? null
      : { id: 'treats', count: treats, of: frame, text: 'say that IAPT treats people with MUS or LTCs' },
    inReach === undefined
      ? null
      : {
          id: 'in-reach',
          count: inReach,
          of: frame,
          text: 'report that IAPT comes into the hospital (in-reach)',
        },
    {
      id: 'half',
      count: release.scores.values.filter(({ score }) => score >= HALF).length,
      of: frame,
      text: `of the ${release.scores.n} hospitals that rated integration gives 50 or more of 100`,
    },
  ];
  return facts.filter((fact) => fact !== null);
}
