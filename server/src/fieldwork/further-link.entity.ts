import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../database/columns.js';
import { Invitation } from './invitation.entity.js';

/**
 * Why there is a further link: `hand_over` = a colleague was asked to answer too; `resume` = whoever came by an open
 * link wanted the way back by mail; `reopened` = a survey lead goes on with an answer taken by telephone or on paper.
 */
export type FurtherLinkKind = 'hand_over' | 'resume' | 'reopened';

/**
 * Another link to a form that has one already. It leads to the same draft, and ends with the first one. To whom it went
 * is not kept here: the address lies in the outbox until the mail has gone out.
 */
@Entity({ name: 'further_link' })
@Index('uq_further_link_token_hash', ['tokenHash'], { unique: true })
@Index('ix_further_link_invitation', ['invitationId'])
export class FurtherLink {
  @IdColumn('further_link') id: string;
  /** The form's own link, from which this one was made. */
  @TextColumn('invitation_id', 36) invitationId: string;
  @ManyToOne(() => Invitation, { nullable: false })
  @JoinColumn({ name: 'invitation_id', foreignKeyConstraintName: 'fk_further_link_invitation' })
  invitation?: Relation<Invitation>;
  @TextColumn('kind', 20) kind: FurtherLinkKind;
  /** Hash of a token that nobody has until the mail is sent; each attempt makes a new one. */
  @TextColumn('token_hash', 64) tokenHash: string;
  @InstantColumn('created_at') createdAt: string;
}
