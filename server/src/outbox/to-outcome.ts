/**
 * What came of handing a mail over. `later` = certainly not sent, may be tried again; `unreachable` = the same, and so
 * it would be for any other mail; `bounced` = certainly not sent and never will be; `in_doubt` = the connection broke
 * after the whole text had been handed over, so it may have been sent.
 */
export interface Outcome {
  readonly is: 'sent' | 'later' | 'unreachable' | 'bounced' | 'in_doubt';
  /** '' when there is nothing to say. */
  readonly reason: string;
}

/** Longest reply of a mail server that is kept. */
const MAX_REPLY = 300;

export const IN_DOUBT =
  'Nobody knows whether it was sent: it was being handed to the mail server when the connection or the product ended.';

/**
 * What a mail server's error means for the message. A reply is the server's word that it did not take the mail; without
 * one, what counts is whether the whole text had been handed over.
 */
export function toOutcome(error: unknown, handedOver: boolean): Outcome {
  const { responseCode, command, response } = error as Readonly<Record<string, unknown>>;
  if (typeof responseCode !== 'number') {
    if (handedOver) return { is: 'in_doubt', reason: IN_DOUBT };
    return { is: 'unreachable', reason: 'The mail server could not be reached, or ended the connection.' };
  }
  const reason = `The mail server answered: ${oneLine(response, responseCode)}`;
  const step = String(command);
  // A greeting, sign-in or sender that is refused says nothing about this recipient.
  if (responseCode === 421 || !/^(RCPT TO|DATA)$/.test(step)) return { is: 'unreachable', reason };
  return { is: responseCode >= 500 ? 'bounced' : 'later', reason };
}

const oneLine = (response: unknown, code: number): string =>
  (typeof response === 'string' ? response : String(code))
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, MAX_REPLY);
