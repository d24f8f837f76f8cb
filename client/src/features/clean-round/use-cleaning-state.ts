import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { type CleaningState, parseCleaningState, toCleaningParameters } from './cleaning-state.js';

/** The choices on the cleaning page, kept in the address and nowhere else. */
export function useCleaningState(): {
  readonly state: CleaningState;
  readonly change: (change: Partial<CleaningState>) => void;
} {
  const [parameters, setParameters] = useSearchParams();
  const state = useMemo(() => parseCleaningState(parameters), [parameters]);
  const change = (changed: Partial<CleaningState>) =>
    setParameters(toCleaningParameters({ ...state, ...changed }), {
      replace: true,
      preventScrollReset: true,
    });
  return { state, change };
}
