import { useState } from 'react';
import { useSearchParams } from 'react-router';

interface TypedAddress {
  /** What was typed under a key; null = nothing. */
  readonly typed: (key: string) => string | null;
  /** Sets what stands under a key; null takes it out of the address. */
  readonly type: (key: string, text: string | null) => void;
  /** Everything that was typed. */
  readonly entries: readonly (readonly [string, string])[];
  readonly reset: () => void;
}

/**
 * What a person types, kept in the address. The page is drawn from a copy: the address follows a moment later, and a
 * box drawn from it would lose letters of somebody who types quickly.
 */
export function useTypedAddress(): TypedAddress {
  const [parameters, setParameters] = useSearchParams();
  const [values, setValues] = useState<ReadonlyMap<string, string>>(() => new Map(parameters));
  const keep = (next: ReadonlyMap<string, string>): void => {
    setValues(next);
    setParameters([...next], { replace: true });
  };
  return {
    typed: (key) => values.get(key) ?? null,
    type: (key, text) => {
      const next = new Map(values);
      if (text === null) next.delete(key);
      else next.set(key, text);
      keep(next);
    },
    entries: [...values],
    reset: () => keep(new Map()),
  };
}
