import type { Unit } from '../database/unit.js';
import type { OutboxMessage, SettledState } from './outbox-message.entity.js';

/** Whether a message may go out now, with the secret link that takes the place of `LINK_MARK`; or why it may not. */
export type Prepared =
  { readonly send: true; readonly link?: string } | { readonly send: false; readonly reason: string };

/**
 * What the part of the product that queues a kind of mail knows about it. Registered with `OutboxService.register`
 * when that part is made; a kind that nobody registered is not sent.
 */
export interface MailKind {
  /** At most 32 characters; the `kind` of its messages. */
  readonly name: string;
  /** Goes before mail that can wait: somebody sits in front of the screen. */
  readonly urgent?: boolean;
  /**
   * Asked in the unit that records the attempt, at every attempt anew. Without it the message is sent as it is. Here a
   * link gets its token, so that none lies in the outbox, and a reminder is dropped that came too late.
   */
  prepare?(unit: Unit, message: OutboxMessage): Promise<Prepared>;
  /** Told in the unit that records what came of it; the bounce of an invitation is noted here. */
  settled?(unit: Unit, message: OutboxMessage, state: SettledState): Promise<void>;
  /**
   * The link as readers of the outbox may see it; null or absent = nobody sees it. Never given for a link that signs
   * somebody in: whoever read it would be that person.
   */
  linkForReaders?(message: OutboxMessage): Promise<string | null>;
}
