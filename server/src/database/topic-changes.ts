import { ANYTHING } from './unit.js';

/** How far somebody knows a topic: by slot of its counter, the number of changes. */
export type TopicMark = ReadonlyMap<string, number>;

export interface TopicChanges {
  readonly mark: TopicMark;
  /** Parts of the topic that changed; empty = nothing did. 'anything' = nobody can tell: all of it has to be read. */
  readonly parts: ReadonlySet<string> | 'anything';
}

/** Changes that are remembered in a slot; who has not asked for longer reads everything. */
export const REMEMBERED = 4096;

/** What was noted about one change: under which number of its slot, and which part of the topic it was. */
export interface ChangeNote {
  readonly slot: string;
  readonly value: number;
  readonly what: string;
}

/**
 * From what was noted to what changed. Numbers within a slot have no gaps, in the order of the commits; a number that
 * nothing is noted about any more, or never was, can have been anything.
 */
export function changesBetween(
  since: TopicMark | undefined,
  mark: TopicMark,
  notes: readonly ChangeNote[],
): TopicChanges {
  if (since === undefined) return { mark, parts: 'anything' };
  const parts = new Set<string>();
  const noted = new Map<string, Set<number>>();
  for (const { slot, value, what } of notes) {
    if (value <= (since.get(slot) ?? 0) || value > (mark.get(slot) ?? 0)) continue;
    parts.add(what);
    noted.set(slot, (noted.get(slot) ?? new Set()).add(value));
  }
  const isGap = [...mark].some(
    ([slot, value]) => value - (since.get(slot) ?? 0) !== (noted.get(slot)?.size ?? 0),
  );
  return { mark, parts: isGap || parts.has(ANYTHING) ? 'anything' : parts };
}
