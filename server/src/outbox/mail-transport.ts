import type { Outcome } from './to-outcome.js';

/** A mail with everything in it, its link too; lives in memory only. */
export interface Mail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Address at which the recipient gets no more of it, by a POST without a page; '' = none is offered. */
  readonly unsubscribe: string;
}

/** Takes mail to where people read it. */
export abstract class MailTransport {
  /** Which kinds it takes; the others stay in the outbox. */
  abstract takes(kind: string): boolean;
  abstract send(mail: Mail): Promise<Outcome>;
  close(): void {}
}
