import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import type { CombinedError } from 'urql';

import { toProblem } from '../../lib/to-problem.js';

/** The answer to any change on the release page. */
interface Answer {
  readonly data?:
    { readonly change: { readonly __typename: string; readonly problems?: readonly Problem[] } } | undefined;
  readonly error?: CombinedError | undefined;
}

/** What came of the last change: problems, or words about what was done. */
export interface DeskOutcome {
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  readonly said: string;
  /** Sends a change; true = it was stored. */
  readonly send: (change: Promise<Answer>, words: string) => Promise<boolean>;
}

/** Sends changes one at a time, and keeps what came of the last one until the next. */
export function useDesk(onChanged: () => void): DeskOutcome {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const send = async (change: Promise<Answer>, words: string): Promise<boolean> => {
    setBusy(true);
    const { data, error } = await change;
    const found = error ? [toProblem(error)] : (data?.change.problems ?? []);
    setBusy(false);
    setProblems(found);
    setSaid(found.length === 0 ? words : '');
    onChanged();
    return found.length === 0;
  };
  return { busy, problems, said, send };
}
