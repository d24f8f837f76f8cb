import type { RoundState } from './round.js';

/** What of a round says when something may be done in it. Times are ISO 8601 UTC; null = no date has been set. */
export interface TimedRound {
  readonly state: RoundState;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly correctionsUntil: string | null;
}

/**
 * Whether new answers are taken at a moment: the round is open, and the moment lies within its dates as far as they are
 * set. A pilot comes before the round opens, so the opening date does not bind it; the closing date does.
 */
export function takesAnswersAt({ state, opensAt, closesAt }: TimedRound, now: string): boolean {
  if (closesAt !== null && closesAt <= now) return false;
  if (state === 'pilot') return true;
  return state === 'open' && (opensAt === null || opensAt <= now);
}

/** Whether submitted answers may be corrected at a moment (domain D2, "before `correctionsUntil`"). */
export function takesCorrectionsAt(round: TimedRound, now: string): boolean {
  if (takesAnswersAt(round, now)) return true;
  const inTime = round.correctionsUntil !== null && now < round.correctionsUntil;
  return (round.state === 'open' || round.state === 'corrections') && inTime;
}

/**
 * The step that a round's own dates ask for at a moment; undefined = none. It changes nothing about what the round
 * takes: the two functions above have followed the date already. It closes the forms that were never sent.
 */
export function dueStep(round: TimedRound, now: string): 'corrections' | 'cleaning' | undefined {
  const { state, closesAt, correctionsUntil } = round;
  const correctionsOver = correctionsUntil === null || correctionsUntil <= now;
  if (state === 'open' && closesAt !== null && closesAt <= now)
    return correctionsOver ? 'cleaning' : 'corrections';
  return state === 'corrections' && correctionsUntil !== null && correctionsOver ? 'cleaning' : undefined;
}
