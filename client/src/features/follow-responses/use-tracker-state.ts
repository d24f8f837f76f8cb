import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { parseTrackerState, type TrackerState, withTrackerState } from './tracker-state.js';

/** The choices of the Replies tab, kept in the address and nowhere else. A change replaces the entry in the history. */
export function useTrackerState(): {
  readonly state: TrackerState;
  readonly unknown: readonly string[];
  readonly change: (change: Partial<TrackerState>) => void;
} {
  const [parameters, setParameters] = useSearchParams();
  const parsed = useMemo(() => parseTrackerState(parameters), [parameters]);
  const change = (changed: Partial<TrackerState>) =>
    setParameters(withTrackerState(parameters, { ...parsed.state, ...changed }), {
      replace: true,
      preventScrollReset: true,
    });
  return { ...parsed, change };
}
