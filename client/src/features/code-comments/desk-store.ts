import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import type { Applied } from './toggle-code.js';

/** What a coder says about a comment, as it stands on the screen. */
export interface Said {
  readonly codes: readonly Applied[];
  /** Codes that were suggested and answered; those of them in `codes` were taken. */
  readonly suggested: readonly string[];
  readonly memo: string;
  readonly final: boolean;
}

/** A comment as it was shown: what a save is made on top of. */
export interface Shown {
  readonly unitId: string;
  readonly textHash: string;
  readonly revision: number;
}

/** A comment that was changed on this screen, and where its saving stands. */
export interface Work extends Shown {
  readonly said: Said;
  readonly state: 'waiting' | 'saving' | 'stored' | 'failed';
  readonly problem: Problem | null;
}

/** Everything that was changed on this screen, by comment. */
export type Works = ReadonlyMap<string, Work>;

/** Sends one comment; gives the revision that is stored now, or why nothing was. */
export type Send = (work: Work) => Promise<{ readonly revision: number } | { readonly problem: Problem }>;

/**
 * Stores each change at once, one request at a time, each comment on top of what is stored of it. What could not be
 * stored is kept, and tried again when it is changed or asked for.
 */
export class DeskStore {
  private works: Works = new Map();
  private readonly listeners = new Set<() => void>();
  private isRunning = false;

  constructor(private readonly send: Send) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Works => this.works;

  say({ unitId, textHash, revision }: Shown, said: Said): void {
    const before = this.works.get(unitId);
    const state = before?.state === 'saving' ? 'saving' : 'waiting';
    const known = before?.revision ?? revision;
    this.put({ unitId, textHash, revision: known, said, state, problem: null });
    this.pump();
  }

  retry(): void {
    for (const work of this.works.values())
      if (work.state === 'failed') this.put({ ...work, state: 'waiting', problem: null });
    this.pump();
  }

  /** Forgets what could not be stored, so that it can be read anew. */
  dropFailed(): void {
    this.works = new Map([...this.works].filter(([, { state }]) => state !== 'failed'));
    this.tell();
  }

  private pump(): void {
    if (this.isRunning) return;
    const next = [...this.works.values()].find(({ state }) => state === 'waiting');
    if (next === undefined) return;
    this.isRunning = true;
    this.put({ ...next, state: 'saving' });
    void this.send(next).then((outcome) => {
      this.isRunning = false;
      const now = this.works.get(next.unitId);
      if (now !== undefined) this.put(settled(now, next, outcome));
      this.pump();
    });
  }

  private put(work: Work): void {
    this.works = new Map(this.works).set(work.unitId, work);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A comment after its request has ended; one that was changed meanwhile waits for its turn again. */
function settled(now: Work, sent: Work, outcome: Awaited<ReturnType<Send>>): Work {
  if ('problem' in outcome) return { ...now, state: 'failed', problem: outcome.problem };
  const state = now.said === sent.said ? 'stored' : 'waiting';
  return { ...now, revision: outcome.revision, state, problem: null };
}
