import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { type FrameState, parseFrameState, withFrameState } from './frame-state.js';

/** The choices on the page of a frame, kept in the address and nowhere else. */
export function useFrameState(): {
  readonly state: FrameState;
  readonly change: (change: Partial<FrameState>) => void;
  /** The address of this page with a change, for a link. */
  readonly addressWith: (change: Partial<FrameState>) => string;
} {
  const [parameters, setParameters] = useSearchParams();
  const state = useMemo(() => parseFrameState(parameters), [parameters]);
  const change = (changed: Partial<FrameState>) =>
    setParameters(withFrameState(parameters, { ...state, ...changed }), {
      replace: true,
      preventScrollReset: true,
    });
  const addressWith = (changed: Partial<FrameState>): string =>
    `?${withFrameState(parameters, { ...state, ...changed }).toString()}`;
  return { state, change, addressWith };
}
