import { type SmallAreas, unpackSmallAreas } from '@liaison-atlas/shared/commissioning/small-area';
import { useEffect, useState } from 'react';

let loading: Promise<SmallAreas> | undefined;

async function load(): Promise<SmallAreas> {
  const answer = await fetch('/reference/small-areas.bin');
  if (!answer.ok) throw new Error(`the small areas answered ${answer.status}`);
  return unpackSmallAreas(new Uint8Array(await answer.arrayBuffer()));
}

/** The small areas of England, fetched once when catchments are first asked for; a failed try can be made again. */
export function useSmallAreas(): {
  readonly table: SmallAreas | undefined;
  readonly failed: boolean;
  readonly retry: () => void;
} {
  const [table, setTable] = useState<SmallAreas>();
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    loading ??= load();
    loading.then(
      (found) => current && setTable(found),
      () => {
        loading = undefined;
        if (current) setFailed(true);
      },
    );
    return () => {
      current = false;
    };
  }, [tries]);
  return {
    table,
    failed,
    retry: () => {
      setFailed(false);
      setTries((count) => count + 1);
    },
  };
}
