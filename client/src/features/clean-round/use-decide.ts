import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { toProblem } from '../../lib/to-problem.js';
import { decideFormsMutation } from './clean-round.graphql.js';
import type { SentDecision } from './to-task-actions.js';

/** Sends decisions; keeps what was decided here, so that it can be undone, and what was refused. */
export function useDecide(roundId: string): {
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  /** How many requests can be undone. */
  readonly undoable: number;
  readonly clear: () => void;
  readonly decide: (decisions: readonly SentDecision[]) => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
} {
  const [{ fetching }, send] = useMutation(decideFormsMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [done, setDone] = useState<readonly (readonly string[])[]>([]);
  const request = async (decisions: readonly SentDecision[]): Promise<readonly string[] | null> => {
    if (fetching) return null;
    const { data, error } = await send({
      input: { roundId, decisions: decisions.map((decision) => ({ ...EMPTY, ...decision })) },
    });
    const outcome = data?.decideForms;
    if (outcome?.__typename === 'CleaningDecided') {
      setProblems([]);
      return outcome.decisionIds;
    }
    setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
    return null;
  };
  return {
    busy: fetching,
    problems,
    undoable: done.length,
    clear: () => setProblems([]),
    async decide(decisions) {
      const ids = await request(decisions);
      if (ids === null) return false;
      // A confirmation or a reversal says what was done; it is not undone by itself.
      if (decisions.every(({ kind }) => kind !== 'confirm' && kind !== 'reverse')) setDone([...done, ids]);
      return true;
    },
    async undo() {
      const last = done.at(-1);
      if (last === undefined) return false;
      const ids = await request([...last].reverse().map((targetId) => ({ kind: 'reverse', targetId })));
      if (ids === null) return false;
      setDone(done.slice(0, -1));
      return true;
    },
  };
}

const EMPTY = {
  formId: '',
  mark: '',
  odsCode: '',
  perspective: '',
  variable: '',
  reason: '',
  note: '',
  value: '',
  targetId: '',
};
