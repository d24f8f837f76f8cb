import { useEffect, useState } from 'react';
import { useClient } from 'urql';

import { cleaningProgressQuery } from './clean-round.graphql.js';
import type { CleaningProgress } from './to-progress-words.js';

const AGAIN_MS = 1_000;
const BEGINNING: CleaningProgress = { phase: 'reading', done: 0, total: 0 };

/**
 * How far a round is worked out, asked every second until it is there; null = it is. What cannot be asked is taken for
 * there: the page then asks for the round itself, and shows what is the matter.
 */
export function useCleaningProgress(roundId: string): CleaningProgress | null {
  const client = useClient();
  const [progress, setProgress] = useState<CleaningProgress | null>(BEGINNING);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    const ask = async (): Promise<void> => {
      const request = client.query(cleaningProgressQuery, { roundId }, { requestPolicy: 'network-only' });
      const { data } = await request.toPromise();
      if (isLeft) return;
      const next = data?.cleaningProgress ?? null;
      setProgress(next);
      if (next !== null) timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    void ask();
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [client, roundId]);
  return progress;
}
