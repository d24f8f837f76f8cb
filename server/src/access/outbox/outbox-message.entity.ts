import { Entity, Index } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  LongTextColumn,
  TextColumn,
} from '../../database/columns.js';

/** What a mail is about; a kind with a link in it gets the link only when it is sent. */
export const MAIL_KINDS = ['sign_in', 'welcome'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** `sending` = handed to the mail server, which has not answered yet. */
export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** One mail to one person. `body` holds `LINK_MARK` where a secret link goes: no secret lies in this table. */
@Entity({ name: 'outbox_message' })
@Index('ix_outbox_message_due', ['state', 'leasedUntil'])
export class OutboxMessage {
  @IdColumn('outbox_message') id: string;
  @TextColumn('kind', 32) kind: MailKind;
  /** Id of what the mail is about: the sign-in link, the person. */
  @TextColumn('subject_id', 36) subjectId: string;
  @TextColumn('recipient', 254) recipient: string;
  @TextColumn('subject', 200) subject: string;
  @LongTextColumn('body') body: string;
  @TextColumn('state', 20) state: MailState;
  @IntegerColumn('attempts') attempts: number;
  /** Until then the message is somebody's, or waits for its next attempt. */
  @InstantColumn('leased_until') leasedUntil: string;
  /** Why it was not sent; '' when there is nothing to say. */
  @TextColumn('reason', 400) reason: string;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('sent_at', { nullable: true }) sentAt: string | null;
}

/** Stands in a stored body for the link that is made when the mail is sent. */
export const LINK_MARK = '{link}';
