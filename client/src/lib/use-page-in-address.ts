import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Pages that nobody turns to by hand; an address with more is read as this one. */
const MOST = 10_000;

/** The page of a list that stands in the address under `key`, from 1; 1 when absent or no number, and then left out. */
export function usePageInAddress(key: string): readonly [page: number, turnTo: (page: number) => void] {
  const [parameters, setParameters] = useSearchParams();
  const typed = Number.parseInt(parameters.get(key) ?? '', 10) || 1;
  const turnTo = useCallback(
    (page: number) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (page <= 1) next.delete(key);
          else next.set(key, String(page));
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [key, setParameters],
  );
  return [Math.min(MOST, Math.max(1, typed)), turnTo];
}
