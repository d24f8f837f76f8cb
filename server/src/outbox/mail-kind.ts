import type { Unit } from '../database/unit.js';
import type { OutboxMessage, SettledState } from './outbox-message.entity.js';

/**
 * Whether a message may go out now, with the secret link that takes the place of `LINK_MARK`; or why it may not. `fill`
 * holds what takes the place of the kind's other `marks`; `unsubscribe` is the address that mail programs offer for
 * getting no more of it.
 */
export type Prepared =
  | {
      readonly send: true;
      readonly link?: string;
      readonly fill?: Readonly<Record<string, string>>;
      readonly unsubscribe?: string;
    }
  | { readonly send: false; readonly reason: string };

/** A message that has come to its end, and how. */
export interface Settled {
  readonly message: OutboxMessage;
  readonly state: SettledState;
}

/**
 * What the part of the product that queues a kind of mail knows about it. Registered with `OutboxService.register`
 * when that part is made; a kind that nobody registered is not sent. Mail that goes out by the thousand is asked about
 * in batches (`prepareAll`, `settledAll`): a handful of statements for all of them instead of a handful for each.
 */
export interface MailKind {
  /** At most 32 characters; the `kind` of its messages. */
  readonly name: string;
  /** Goes before mail that can wait: somebody sits in front of the screen. */
  readonly urgent?: boolean;
  /** What stands in a stored body until it is sent, beside `LINK_MARK`, with the words that readers see instead. */
  readonly marks?: Readonly<Record<string, string>>;
  /**
   * Asked in the unit that records the attempt, at every attempt anew. Without it the message is sent as it is. Here a
   * link gets its token, so that none lies in the outbox, and a reminder is dropped that came too late.
   */
  prepare?(unit: Unit, message: OutboxMessage): Promise<Prepared>;
  /** The same for all messages of a batch, by their id; one that is missing is sent as it is. Goes before `prepare`. */
  prepareAll?(unit: Unit, messages: readonly OutboxMessage[]): Promise<ReadonlyMap<string, Prepared>>;
  /** Told in the unit that records what came of it; the bounce of an invitation is noted here. */
  settled?(unit: Unit, message: OutboxMessage, state: SettledState): Promise<void>;
  /** The same for all messages of a batch. Goes before `settled`. */
  settledAll?(unit: Unit, settled: readonly Settled[]): Promise<void>;
  /**
   * The link as readers of the outbox may see it; null or absent = nobody sees it. Never given for a link that signs
   * somebody in: whoever read it would be that person.
   */
  linkForReaders?(message: OutboxMessage): Promise<string | null>;
}
