import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';

import { toProblem } from '../../lib/to-problem.js';
import { saveCodingMutation } from './coding-desk.graphql.js';
import { DeskStore, type Works } from './desk-store.js';

/** Where saving stands on the whole. */
export type SavingState = 'stored' | 'saving' | 'failed';

/** The saves of one desk. */
export interface DeskSaves {
  readonly store: DeskStore;
  readonly works: Works;
  readonly state: SavingState;
  /** Why comments could not be stored, one for each. */
  readonly failed: readonly Problem[];
}

/** Stores what a coder says through GraphQL; the browser warns before the page is left with anything not stored. */
export function useDeskSaves(taskId: string): DeskSaves {
  const client = useClient();
  const [store] = useState(
    () =>
      new DeskStore(async ({ unitId, textHash, revision, said: { codes, suggested, memo, final } }) => {
        // Copied by name: the cache adds a field to what it gave out, which the server would refuse.
        const plain = codes.map(({ codeId, start, end }) => ({ codeId, start, end }));
        const input = {
          taskId,
          unitId,
          textHash,
          expectedRevision: revision,
          codes: plain,
          suggested: [...suggested],
          memo,
          final,
        };
        const { data, error } = await client.mutation(saveCodingMutation, { input }).toPromise();
        return data ? { revision: data.saveCoding.revision } : { problem: toProblem(error ?? NO_ANSWER) };
      }),
  );
  const works = useSyncExternalStore(store.subscribe, store.read);
  const all = [...works.values()];
  const failed = all.flatMap(({ problem }) => problem ?? []);
  const isStored = all.every(({ state }) => state === 'stored');

  useEffect(() => {
    if (isStored) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isStored]);

  return { store, works, failed, state: failed.length > 0 ? 'failed' : isStored ? 'stored' : 'saving' };
}

const NO_ANSWER = { graphQLErrors: [], networkError: undefined, message: '' };
