import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';

import { type ExplorerState, parseExplorerState, toSearchParams } from './explorer-state.js';

/**
 * The choices of the map page, kept in the address and nowhere else. A change replaces the entry in the history;
 * two changes in a row (a group is opened, then the map has moved) build on each other.
 */
export function useExplorerState(): {
  readonly state: ExplorerState;
  readonly unknown: readonly string[];
  readonly change: (change: Partial<ExplorerState>) => void;
} {
  const [parameters, setParameters] = useSearchParams();
  const parsed = useMemo(() => parseExplorerState(parameters), [parameters]);
  const latest = useRef(parsed.state);
  useEffect(() => {
    latest.current = parsed.state;
  }, [parsed]);
  const change = useCallback(
    (changed: Partial<ExplorerState>) => {
      latest.current = { ...latest.current, ...changed };
      setParameters(toSearchParams(latest.current), { replace: true, preventScrollReset: true });
    },
    [setParameters],
  );
  return { ...parsed, change };
}
