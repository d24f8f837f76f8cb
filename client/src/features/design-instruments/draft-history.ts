import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';

/** A content that can be gone back to, with what was done to it. */
interface Step {
  readonly content: Instrument;
  readonly did: string;
}

/** The questionnaire as it is in the designer, and the way back. */
export interface DraftHistory {
  readonly content: Instrument;
  readonly past: readonly Step[];
}

/** How many changes can be undone. */
const MOST = 100;

export const beginHistory = (content: Instrument): DraftHistory => ({ content, past: [] });

/**
 * A change, in words (`Deleted question staff`). Typing in one field is one change: `did` is the same then, and only
 * what was there before the first letter is kept. Whatever ends with "…" is such a running change.
 */
export function change(history: DraftHistory, content: Instrument, did: string): DraftHistory {
  const goesOn = did.endsWith('…') && history.past.at(-1)?.did === did;
  const past = goesOn ? history.past : [...history.past, { content: history.content, did }].slice(-MOST);
  return { content, past };
}

/** The questionnaire before the last change; the same history when there is none. */
export function undo(history: DraftHistory): DraftHistory {
  const last = history.past.at(-1);
  return last === undefined ? history : { content: last.content, past: history.past.slice(0, -1) };
}

/** What undoing would take back, in words; '' = nothing. */
export const toUndo = ({ past }: DraftHistory): string => past.at(-1)?.did.replace(/…$/, '') ?? '';
