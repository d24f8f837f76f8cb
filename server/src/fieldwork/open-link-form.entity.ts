import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { KeyColumn, TextColumn } from '../database/columns.js';
import { Invitation } from './invitation.entity.js';
import { OpenLink } from './open-link.entity.js';

/** By which list a form was begun; what the yield of a list is counted from. */
@Entity({ name: 'open_link_form' })
@Index('ix_open_link_form_link', ['openLinkId'])
export class OpenLinkForm {
  @KeyColumn('open_link_form', 'invitation_id', 36) invitationId: string;
  @ManyToOne(() => Invitation, { nullable: false })
  @JoinColumn({ name: 'invitation_id', foreignKeyConstraintName: 'fk_open_link_form_invitation' })
  invitation?: Relation<Invitation>;
  @TextColumn('open_link_id', 36) openLinkId: string;
  @ManyToOne(() => OpenLink, { nullable: false })
  @JoinColumn({ name: 'open_link_id', foreignKeyConstraintName: 'fk_open_link_form_link' })
  openLink?: Relation<OpenLink>;
}
