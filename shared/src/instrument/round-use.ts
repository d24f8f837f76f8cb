import type { Instrument } from './instrument.js';

/**
 * Whether a round may begin to use a version: a published one always, a piloted one in pilot rounds only, whose
 * answers never count. A draft has no fixed content, and a retired version serves the rounds that have used it.
 */
export const mayBeginRound = (status: Instrument['status'], isPilotRound: boolean): boolean =>
  status === 'published' || (status === 'piloted' && isPilotRound);
