import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/**
 * How far a message has come. `queued` = waits for its turn; `sending` = handed to the mail server, which has not
 * answered yet; `sent` = the mail server took it; `bounced` = the mail server refused it for good; `failed` = given up
 * after several attempts, nothing was sent; `in_doubt` = it was being handed over when the connection or the product
 * ended, so that nobody knows whether it was sent; `dropped` = no longer wanted when its turn came; `held` = waits until
 * somebody lets it go on.
 */
export const MAIL_STATES = [
  'queued',
  'held',
  'sending',
  'sent',
  'bounced',
  'failed',
  'in_doubt',
  'dropped',
] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** States from which a mail can still go out, by itself or when a person says so; one that is being sent is on its way. */
export const CAN_GO_OUT: readonly MailState[] = ['queued', 'held', 'failed', 'in_doubt'];

/** The states that a message stays in unless a person does something. */
export type SettledState = Exclude<MailState, 'queued' | 'held' | 'sending'>;

/** One mail to one person. `body` holds `LINK_MARK` where a secret link goes: no secret lies in this table. */
@Entity({ name: 'outbox_message' })
@Index('uq_outbox_message_dedupe_key', ['dedupeKey'], { unique: true })
@Index('ix_outbox_message_due', ['state', 'leasedUntil'])
@Index('ix_outbox_message_due_kind', ['state', 'kind', 'leasedUntil'])
@Index('ix_outbox_message_round', ['roundId', 'createdAt'])
@Index('ix_outbox_message_group', ['groupId', 'state'])
@Index('ix_outbox_message_subject', ['subjectId'])
export class OutboxMessage {
  @IdColumn('outbox_message') id: string;
  /** What the mail is about; some part of the product has said what goes with this kind (`MailKind`). */
  @TextColumn('kind', 32) kind: string;
  /** Name and version of the text that it was made from, such as `sign-in-1`. */
  @TextColumn('template', 64) template: string;
  /** Id of what the mail is about: the sign-in link, the person, the invitation. */
  @TextColumn('subject_id', 36) subjectId: string;
  /** The round that it belongs to; '' = none, it is about somebody's account. */
  @TextColumn('round_id', 36) roundId: string;
  /** What it was queued with, to be held, dropped and counted together (a mailing); null = nothing. */
  @TextColumn('group_id', 36, { nullable: true }) groupId: string | null;
  /** A second message of the same key is never queued. */
  @TextColumn('dedupe_key', 120) dedupeKey: string;
  @TextColumn('recipient', 254) recipient: string;
  @TextColumn('subject', 200) subject: string;
  @LongTextColumn('body') body: string;
  @TextColumn('state', 20) state: MailState;
  @IntegerColumn('attempts') attempts: number;
  /** Until then the message is a worker's, or waits for its (next) attempt. */
  @InstantColumn('leased_until') leasedUntil: string;
  /** Why it is in this state; '' when there is nothing to say. */
  @TextColumn('reason', 400) reason: string;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('sent_at', { nullable: true }) sentAt: string | null;
}

/** Stands in a stored body for the link that is made when the mail is sent. */
export const LINK_MARK = '{link}';
