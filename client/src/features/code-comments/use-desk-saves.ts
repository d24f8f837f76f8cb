import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';

import { toProblem } from '../../lib/to-problem.js';
import { type DeskComment, saveCodingMutation } from './code-comments.graphql.js';
import type { Applied } from './toggle-code.js';

/** What a coder says about a comment, as it stands on the screen. */
export interface Said {
  readonly codes: readonly Applied[];
  readonly memo: string;
  readonly final: boolean;
}

/** A comment that was changed on this screen, and where its saving stands. */
export interface Work {
  readonly said: Said;
  readonly revision: number;
  readonly state: 'waiting' | 'saving' | 'stored' | 'failed';
  readonly problem: Problem | null;
}

/** Where saving stands on the whole. */
export type SavingState = 'stored' | 'saving' | 'failed';

interface DeskSaves {
  readonly workOf: (unitId: string) => Work | undefined;
  readonly say: (comment: DeskComment, said: Said) => void;
  readonly retry: () => void;
  /** Forgets what could not be stored of a comment, to read it anew. */
  readonly drop: (unitId: string) => void;
  readonly state: SavingState;
  readonly failed: readonly { readonly unitId: string; readonly problem: Problem }[];
}

/**
 * Stores each change at once, one request at a time, each comment on top of what is stored of it. What could not be
 * stored is kept and shown, and tried again when asked; the page warns before it is left with anything not stored.
 */
export function useDeskSaves(taskId: string): DeskSaves {
  const works = useRef(new Map<string, Work & { readonly textHash: string }>());
  const isRunning = useRef(false);
  const [, redraw] = useState(0);
  const [, save] = useMutation(saveCodingMutation);

  const pump = useCallback(() => {
    if (isRunning.current) return;
    const next = [...works.current].find(([, { state }]) => state === 'waiting');
    if (next === undefined) return;
    const [unitId, work] = next;
    const { said, revision, textHash } = work;
    isRunning.current = true;
    works.current.set(unitId, { ...work, state: 'saving' });
    const input = { taskId, unitId, textHash, expectedRevision: revision, ...said, codes: [...said.codes] };
    void save({ input }).then(({ data, error }) => {
      isRunning.current = false;
      const now = works.current.get(unitId);
      if (now !== undefined) {
        const isNewer = now.said !== said;
        if (data) {
          const { revision: stored } = data.saveCoding;
          works.current.set(unitId, {
            ...now,
            revision: stored,
            state: isNewer ? 'waiting' : 'stored',
            problem: null,
          });
        } else works.current.set(unitId, { ...now, state: 'failed', problem: toProblem(error ?? NO_ANSWER) });
      }
      redraw((number) => number + 1);
      pump();
    });
  }, [save, taskId]);

  const say = useCallback(
    (comment: DeskComment, said: Said) => {
      const before = works.current.get(comment.unitId);
      const { unitId, textHash } = comment;
      const revision = before?.revision ?? comment.revision;
      const state = before?.state === 'saving' ? 'saving' : 'waiting';
      works.current.set(unitId, { said, revision, textHash, state, problem: null });
      redraw((number) => number + 1);
      pump();
    },
    [pump],
  );
  const retry = useCallback(() => {
    for (const [unitId, work] of works.current)
      if (work.state === 'failed') works.current.set(unitId, { ...work, state: 'waiting', problem: null });
    redraw((number) => number + 1);
    pump();
  }, [pump]);
  const drop = useCallback((unitId: string) => {
    works.current.delete(unitId);
    redraw((number) => number + 1);
  }, []);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if ([...works.current.values()].some(({ state }) => state !== 'stored')) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  const all = [...works.current];
  const failed = all.flatMap(([unitId, { state, problem }]) =>
    state === 'failed' && problem !== null ? [{ unitId, problem }] : [],
  );
  const busy = all.some(([, { state }]) => state === 'waiting' || state === 'saving');
  return {
    workOf: (unitId) => works.current.get(unitId),
    say,
    retry,
    drop,
    failed,
    state: failed.length > 0 ? 'failed' : busy ? 'saving' : 'stored',
  };
}

const NO_ANSWER = { graphQLErrors: [], networkError: undefined, message: '' };
