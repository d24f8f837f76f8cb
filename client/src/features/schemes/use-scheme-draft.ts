import { changesTo } from '@liaison-atlas/shared/commissioning/scheme/change-scheme';
import type { SchemeContent } from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';

import { toProblem } from '../../lib/to-problem.js';
import { contentOf, saveSchemeMutation, type ShownClash, type ShownScheme } from './schemes.graphql.js';

/** Milliseconds without a key before what was typed is stored. */
const PAUSE = 1200;

/** A scheme while somebody writes in it: what they see, what is stored, and what stands between. */
export interface SchemeDraft {
  readonly scheme: ShownScheme;
  readonly content: SchemeContent;
  readonly isStored: boolean;
  readonly saving: boolean;
  readonly problems: readonly Problem[];
  readonly clashes: readonly ShownClash[];
  readonly canUndo: boolean;
  readonly write: (key: string, value: string) => void;
  readonly undo: () => void;
  /** Settles a clash: one text or the other. */
  readonly settle: (clash: ShownClash, whose: 'mine' | 'theirs') => void;
  /** Takes up a state of the server, such as an earlier version that was brought back. */
  readonly begin: (scheme: ShownScheme) => void;
  readonly retry: () => void;
}

/** Stores by itself a moment after the last key. What others stored meanwhile never replaces what stands here. */
export function useSchemeDraft(first: ShownScheme): SchemeDraft {
  const [scheme, setScheme] = useState(first);
  const [stored, setStored] = useState<SchemeContent>(() => contentOf(first));
  const [content, setContent] = useState<SchemeContent>(stored);
  const [earlier, setEarlier] = useState<readonly SchemeContent[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [clashes, setClashes] = useState<readonly ShownClash[]>([]);
  const [{ fetching }, save] = useMutation(saveSchemeMutation);
  const lastWritten = useRef({ key: '', at: 0 });
  const latest = useRef(content);
  latest.current = content;
  const changes = changesTo(stored, content);
  const isStored = changes.length === 0;
  const held = problems.length > 0 || clashes.length > 0;

  const store = async () => {
    const sent = content;
    const { data, error } = await save({ input: { id: scheme.id, changes: [...changes] } });
    if (error) return setProblems([toProblem(error)]);
    const result = data?.saveScheme;
    if (result?.__typename === 'SchemeRefused') return setProblems(result.problems);
    if (result?.__typename === 'SchemeClashed') {
      setScheme(result.stored);
      return setClashes(result.clashes);
    }
    if (result?.__typename !== 'Scheme') return;
    const now = contentOf(result);
    setScheme(result);
    setStored(now);
    setContent(withChanges(now, sent, latest.current));
  };
  useEffect(() => {
    if (isStored || fetching || held) return;
    const timer = setTimeout(() => void store(), PAUSE);
    return () => clearTimeout(timer);
    // What is typed while a saving is under way waits for its end; the next run stores it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [content, stored, fetching, held]);
  useEffect(() => {
    if (isStored) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isStored]);

  const change = (next: SchemeContent) => {
    setContent(next);
    setProblems([]);
  };
  return {
    scheme,
    content,
    isStored,
    saving: fetching,
    problems,
    clashes,
    canUndo: earlier.length > 0,
    write: (key, value) => {
      const now = Date.now();
      const { key: lastKey, at } = lastWritten.current;
      lastWritten.current = { key, at: now };
      // What is typed in one place without a pause goes back in one step, not letter by letter.
      if (key !== lastKey || now - at > PAUSE || earlier.length === 0)
        setEarlier([...earlier.slice(-49), content]);
      change(withValue(content, key, value));
    },
    undo: () => {
      lastWritten.current = { key: '', at: 0 };
      const last = earlier.at(-1);
      if (last === undefined) return;
      setEarlier(earlier.slice(0, -1));
      change(last);
    },
    settle: (clash, whose) => {
      setStored(withValue(stored, clash.key, clash.theirs));
      if (whose === 'theirs') setContent(withValue(content, clash.key, clash.theirs));
      setClashes(clashes.filter(({ key }) => key !== clash.key));
    },
    begin: (next) => {
      setScheme(next);
      setStored(contentOf(next));
      setContent(contentOf(next));
      setEarlier([...earlier, content]);
      setProblems([]);
      setClashes([]);
    },
    retry: () => setProblems([]),
  };
}

function withValue(content: SchemeContent, key: string, value: string): SchemeContent {
  const next = new Map(Object.entries(content));
  if (value === '') next.delete(key);
  else next.set(key, value);
  return Object.fromEntries(next);
}

/** What the server has now, with what was typed since it was sent on top. */
const withChanges = (now: SchemeContent, sent: SchemeContent, typed: SchemeContent): SchemeContent =>
  changesTo(sent, typed).reduce((content, { key, value }) => withValue(content, key, value), now);
