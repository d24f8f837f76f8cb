import { dayInWords } from '../kernel/day-in-words.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { Problem } from '../kernel/problem.js';
import type { ReleaseKind } from './release.js';
import { isRunning, type ReplyPeriod } from './right-of-reply.js';

/** What of the right of reply bears on a release. */
export interface ReplyBeforeRelease {
  readonly roundKind: RoundKind;
  readonly kind: ReleaseKind;
  /** The latest right of reply of the round; null = none was opened. */
  readonly period: ReplyPeriod | null;
  /** Objections of hospitals that nobody has dealt with. */
  readonly openObjections: number;
  /** Why it is released all the same; '' = not said. */
  readonly despite: string;
}

/**
 * What the right of reply holds against a final release, unless the lead states why (which becomes public). Interim
 * releases and errata are not held back: the one is not the last word, the other mends what is public already. In a
 * synthetic round nobody needs to be asked, since nothing is said about anybody; a right of reply that was opened
 * there is kept to like any other.
 */
export function checkReplyBeforeRelease(asked: ReplyBeforeRelease, now: string): readonly Problem[] {
  const { roundKind, kind, period, openObjections, despite } = asked;
  if (kind !== 'final' || despite !== '') return [];
  if (period === null) return roundKind === 'synthetic' ? [] : [NOT_OFFERED];
  return [
    ...(isRunning(period, now) ? [stillRunning(period.endsAt)] : []),
    ...(openObjections > 0 ? [objectionsOpen(openObjections)] : []),
  ];
}

const MEND_BY_REASON = 'or state why it is released now; the reason becomes public.';

const NOT_OFFERED: Problem = {
  code: 'REPLY_NOT_OFFERED',
  field: 'despite',
  message: 'No hospital has been shown what would appear under its name.',
  mend: `Open the right of reply, ${MEND_BY_REASON}`,
};
const stillRunning = (endsAt: string): Problem => ({
  code: 'REPLY_RUNNING',
  field: 'despite',
  message: `Hospitals can reply until ${dayInWords(endsAt)}.`,
  mend: `Wait until then, ${MEND_BY_REASON}`,
});
const objectionsOpen = (count: number): Problem => ({
  code: 'OBJECTION_OPEN',
  field: 'despite',
  message: `${count} ${count === 1 ? 'objection of a hospital has' : 'objections of hospitals have'} not been dealt with.`,
  mend: `Deal with ${count === 1 ? 'it' : 'them'} on the release page, ${MEND_BY_REASON}`,
});
