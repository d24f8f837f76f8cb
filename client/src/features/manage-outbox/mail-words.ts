/** What each state of a message means to whoever reads the outbox. */
const STATES: Readonly<Record<string, string>> = {
  queued: 'waiting',
  held: 'held back',
  sending: 'being sent',
  sent: 'sent',
  bounced: 'refused by the recipient’s mail server',
  failed: 'not sent',
  in_doubt: 'in doubt: it may have been sent',
  dropped: 'not wanted any more',
};

export const mailStateWords = (state: string): string => STATES[state] ?? state;

/** Whether a person may have it sent once more. */
export const maySendAgain = (state: string): boolean => ['failed', 'bounced', 'in_doubt'].includes(state);

/** The counts in one sentence, leaving out the states that no message is in; '' = there is no message. */
export const countsInWords = (
  counts: readonly { readonly state: string; readonly count: number }[],
): string =>
  counts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${mailStateWords(state)}`)
    .join('; ');

/** How many messages are in one of these states. */
export const countIn = (
  counts: readonly { readonly state: string; readonly count: number }[],
  ...states: readonly string[]
): number => counts.reduce((sum, { state, count }) => (states.includes(state) ? sum + count : sum), 0);
