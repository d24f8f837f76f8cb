import {
  hospitalTiers,
  type RecordedTier,
} from '@liaison-atlas/shared/commissioning/register/hospital-tiers';
import type { ResultOf } from 'gql.tada';
import { useEffect, useState } from 'react';
import { CombinedError, useClient } from 'urql';

import { liaisonTeamsQuery } from './layers.graphql.js';

type Team = ResultOf<typeof liaisonTeamsQuery>['registerServices']['services'][number];

/** The most that the register gives at once. */
const PAGE = 100;

export interface ReadTiers {
  /** By ODS code; undefined = they are still being read, or could not be. */
  readonly tiers: ReadonlyMap<string, RecordedTier> | undefined;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/**
 * What the service register says of the tier of each hospital's liaison team. A hospital that is missing there is not known,
 * never "none"; and while the register is not read to its end nothing is shown.
 */
export function useTiers(): ReadTiers {
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  const [read, setRead] = useState<Pick<ReadTiers, 'tiers' | 'error'>>({
    tiers: undefined,
    error: undefined,
  });
  useEffect(() => {
    let isWanted = true;
    const readAll = async () => {
      const teams: Team[] = [];
      for (;;) {
        const variables = { offset: teams.length, limit: PAGE };
        const { data, error } = await client.query(liaisonTeamsQuery, variables, {
          requestPolicy: 'network-only',
        });
        if (error || !data)
          throw error ?? new CombinedError({ networkError: new Error('The register gave no answer.') });
        const { services, total } = data.registerServices;
        teams.push(...services);
        if (services.length === 0 || teams.length >= total) return hospitalTiers(teams);
      }
    };
    readAll().then(
      (tiers) => isWanted && setRead({ tiers, error: undefined }),
      (error: CombinedError) => isWanted && setRead({ tiers: undefined, error }),
    );
    return () => {
      isWanted = false;
    };
  }, [client, attempt]);
  const retry = () => {
    setRead({ tiers: undefined, error: undefined });
    setAttempt(attempt + 1);
  };
  return { ...read, retry };
}
