import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';

import { FETCH_OPTIONS } from '../../lib/graphql-client.js';
import { toProblem } from '../../lib/to-problem.js';
import { saveDraftMutation } from './design-instruments.graphql.js';

/** How long after the last change a draft is saved, in milliseconds. */
const SAVE_AFTER = 800;

/** Letters of a draft that browsers send behind a page that is gone: they take 64 KB, and a letter has up to three bytes. */
const MOST_KEPT_ALIVE = 20_000;

/** What another person saved in between. */
export interface StoredDraft {
  readonly revision: number;
  readonly content: string;
}

/** Where saving stands. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'stale'; readonly stored: StoredDraft };

interface Autosave {
  readonly state: SaveState;
  /** Revision that is stored. */
  readonly revision: number;
  /** Saves again after a failure. */
  readonly retry: () => void;
  /** Goes on from the revision that another person stored; `taken` = with their content, which is stored already. */
  readonly goOnFrom: (revision: number, taken: Instrument | undefined) => void;
}

/**
 * Saves a draft a moment after each change, one save at a time, each on top of the one before. When somebody else has
 * saved, it stops: nothing is overwritten until a person has chosen.
 */
export function useAutosave(
  id: string,
  content: Instrument,
  opened: { readonly revision: number; readonly savedAt: string },
): Autosave {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: opened.savedAt });
  const [revision, setRevision] = useState(opened.revision);
  const [, save] = useMutation(saveDraftMutation);
  /** What is stored as far as we know. */
  const stored = useRef(content);
  const isRunning = useRef(false);
  /** What could not be saved: tried again only when it is changed, or when the person asks for it. */
  const failed = useRef<Instrument | undefined>(undefined);
  const savedAt = useRef(opened.savedAt);
  const [attempt, setAttempt] = useState(0);
  /** The save that is on its way, and the revision that it leaves behind. */
  const lastSave = useRef(Promise.resolve(opened.revision));

  useEffect(() => {
    if (state.kind === 'stale' || isRunning.current || content === failed.current) return;
    if (content === stored.current) {
      if (state.kind !== 'saved') setState({ kind: 'saved', at: savedAt.current });
      return;
    }
    if (state.kind !== 'unsaved') setState({ kind: 'unsaved' });
    const timer = setTimeout(() => {
      isRunning.current = true;
      setState({ kind: 'saving' });
      const input = { id, expectedRevision: revision, content: JSON.stringify(content) };
      lastSave.current = save({ input }).then(({ data, error }) => {
        isRunning.current = false;
        const outcome = data?.saveInstrumentDraft;
        if (outcome?.__typename === 'InstrumentDraft') {
          stored.current = content;
          savedAt.current = outcome.savedAt;
          setRevision(outcome.revision);
          setState({ kind: 'saved', at: outcome.savedAt });
          return outcome.revision;
        }
        if (outcome?.__typename === 'StaleInstrumentDraft')
          setState({ kind: 'stale', stored: outcome.stored });
        else {
          failed.current = content;
          const refused = outcome?.problems[0];
          setState({ kind: 'failed', problem: refused ?? toProblem(error ?? NO_ANSWER) });
        }
        return revision;
      });
    }, SAVE_AFTER);
    return () => clearTimeout(timer);
    // `state.kind` and `revision` change when a save ends: what was typed meanwhile is saved then.
  }, [id, content, revision, state.kind, attempt, save]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (content !== stored.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [content]);

  // Leaving for another page of the product asks nothing: what was typed in the last moment is saved behind it.
  const isStale = state.kind === 'stale';
  const latest = useRef({ content, isStale });
  useEffect(() => {
    latest.current = { content, isStale };
  }, [content, isStale]);
  useEffect(
    () => () => {
      const saveLeft = async (): Promise<void> => {
        const expectedRevision = await lastSave.current;
        const { content: left, isStale: mayNot } = latest.current;
        if (mayNot || left === stored.current || left === failed.current) return;
        stored.current = left;
        const input = { id, expectedRevision, content: JSON.stringify(left) };
        // The browser sends it even if it is closed, or goes elsewhere, in this very moment.
        const keepalive = input.content.length < MOST_KEPT_ALIVE;
        const sent = save({ input }, { fetchOptions: { ...FETCH_OPTIONS, keepalive } });
        if (!keepalive) askUntil(sent);
        // It takes so many letters of all that is being sent like that.
        if ((await sent).error?.networkError !== undefined && keepalive) askUntil(save({ input }));
      };
      const wasSaving = isRunning.current;
      const done = saveLeft();
      if (wasSaving) askUntil(done);
    },
    [id, save],
  );

  const retry = useCallback(() => {
    failed.current = undefined;
    setState({ kind: 'unsaved' });
    setAttempt((number) => number + 1);
  }, []);
  const goOnFrom = useCallback((from: number, taken: Instrument | undefined) => {
    if (taken) stored.current = taken;
    setRevision(from);
    lastSave.current = Promise.resolve(from);
    setState({ kind: 'unsaved' });
  }, []);
  return { state, revision, retry, goOnFrom };
}

/** Asks whoever closes the page before something is done whether they mean it. */
function askUntil(done: Promise<unknown>): void {
  const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
  window.addEventListener('beforeunload', warn);
  void done.finally(() => window.removeEventListener('beforeunload', warn));
}

const NO_ANSWER = { graphQLErrors: [], networkError: undefined, message: '' };
