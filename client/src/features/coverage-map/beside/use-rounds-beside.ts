import type { ResultOf } from 'gql.tada';
import { useQuery } from 'urql';

import type { MapRound } from '../released-hospital.js';
import { roundsBesideQuery } from './beside.graphql.js';

type Verdict = ResultOf<typeof roundsBesideQuery>['mapRounds'][number];

/** Another released round with its title, and whether it may stand beside the one shown. */
export interface RoundBeside extends Omit<Verdict, 'roundId'> {
  readonly round: MapRound;
}

/** The other released rounds, the latest first; undefined while they are on their way. */
export function useRoundsBeside(
  roundId: string,
  rounds: readonly MapRound[],
): { readonly others: readonly RoundBeside[] | undefined; readonly failed: boolean } {
  const [{ data, error }] = useQuery({ query: roundsBesideQuery, variables: { roundId } });
  const others = data?.mapRounds.flatMap(({ roundId: id, ...verdict }) => {
    const round = rounds.find((one) => one.id === id);
    return round === undefined ? [] : [{ ...verdict, round }];
  });
  return { others, failed: error !== undefined };
}
