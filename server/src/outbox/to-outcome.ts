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
 *
 * @param recipient whom it was for: mail servers quote the address, and what is kept and logged is not to hold it
 */
export function toOutcome(error: unknown, handedOver: boolean, recipient: string): Outcome {
  const { responseCode, command, response } = error as Readonly<Record<string, unknown>>;
  if (typeof responseCode !== 'number') {
    if (handedOver) return { is: 'in_doubt', reason: IN_DOUBT };
    return { is: 'unreachable', reason: 'The mail server could not be reached, or ended the connection.' };
  }
  const reason = `The mail server answered: ${oneLine(response, responseCode, recipient)}`;
  const step = String(command);
  // A greeting, sign-in or sender that is refused says nothing about this recipient.
  if (responseCode === 421 || !/^(RCPT TO|DATA)$/.test(step)) return { is: 'unreachable', reason };
  return { is: responseCode >= 500 ? 'bounced' : 'later', reason };
}

/** Anything that looks like an address, in whatever brackets it stands. */
const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g;
const HIDDEN = '(address)';

function oneLine(response: unknown, code: number, recipient: string): string {
  const text = (typeof response === 'string' ? response : String(code)).replace(/[\s\p{C}]+/gu, ' ').trim();
  return withoutAddress(text, recipient).slice(0, MAX_REPLY);
}

/** Some servers name the mailbox alone: `550 no such user: ann.example`. */
function withoutAddress(text: string, recipient: string): string {
  const mailbox = recipient.slice(0, recipient.lastIndexOf('@')).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const hidden = text.replace(ADDRESS, HIDDEN);
  return mailbox === ''
    ? hidden
    : hidden.replace(new RegExp(`(?<![\\p{L}\\p{N}])${mailbox}(?![\\p{L}\\p{N}])`, 'giu'), HIDDEN);
}
