import type {
  DeliveryWay,
  FactStamps,
  ServiceFacts,
  ServiceKind,
  ServiceStatus,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  KeyColumn,
  TextColumn,
} from '../../database/columns.js';

/** A service as it stands now. Its facts are read whole; kind and status are beside them for who looks into the table. */
@Entity({ name: 'register_service' })
export class RegisterServiceRow {
  @IdColumn('register_service') id: string;
  @IntegerColumn('revision') revision: number;
  @TextColumn('kind', 40) kind: ServiceKind;
  @TextColumn('status', 20) status: ServiceStatus;
  @JsonColumn('facts') facts: ServiceFacts;
  @JsonColumn('stamps') stamps: FactStamps;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('changed_at') changedAt: string;
}

/** A hospital that a service works for; a service works for many, and a hospital has many. */
@Entity({ name: 'register_delivery' })
@Index('ix_register_delivery_hospital', ['odsCode'])
export class RegisterDelivery {
  @KeyColumn('register_delivery', 'service_id', 36) serviceId: string;
  @ManyToOne(() => RegisterServiceRow, { nullable: false })
  @JoinColumn({ name: 'service_id', foreignKeyConstraintName: 'fk_register_delivery_service' })
  service?: Relation<RegisterServiceRow>;
  @KeyColumn('register_delivery', 'ods_code', 10) odsCode: string;
  @TextColumn('how', 20) how: DeliveryWay;
}

/** How a revision came about. */
export type RegisterChange = 'added' | 'changed' | 'confirmed' | 'closed' | 'restored';

/** What the register said of a service under one revision; never changed. Who wrote it is a pseudonym. */
@Entity({ name: 'register_revision' })
@Index('uq_register_revision', ['serviceId', 'revision'], { unique: true })
export class RegisterRevision {
  @IdColumn('register_revision') id: string;
  @TextColumn('service_id', 36) serviceId: string;
  @ManyToOne(() => RegisterServiceRow, { nullable: false })
  @JoinColumn({ name: 'service_id', foreignKeyConstraintName: 'fk_register_revision_service' })
  service?: Relation<RegisterServiceRow>;
  @IntegerColumn('revision') revision: number;
  @TextColumn('change', 20) change: RegisterChange;
  @JsonColumn('facts') facts: ServiceFacts;
  @JsonColumn('stamps') stamps: FactStamps;
  @InstantColumn('at') at: string;
  @TextColumn('by', 64) by: string;
}
