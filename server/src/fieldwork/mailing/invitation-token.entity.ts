import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { InstantColumn, KeyColumn, TextColumn } from '../../database/columns.js';
import { Invitation } from '../invitation.entity.js';

/**
 * A token that was made when a mail was sent; only its SHA-256 is kept. Every mail of an invitation has a token of its
 * own, because the earlier one is not known any more, and all of them lead to the same form.
 */
@Entity({ name: 'invitation_token' })
@Index('ix_invitation_token_invitation', ['invitationId'])
export class InvitationToken {
  @KeyColumn('invitation_token', 'token_hash', 64) tokenHash: string;
  @TextColumn('invitation_id', 36) invitationId: string;
  @ManyToOne(() => Invitation, { nullable: false })
  @JoinColumn({ name: 'invitation_id', foreignKeyConstraintName: 'fk_invitation_token_invitation' })
  invitation?: Relation<Invitation>;
  @InstantColumn('made_at') madeAt: string;
}
