import { Entity } from 'typeorm';

import { IdColumn, IntegerColumn, TextColumn } from '../../database/columns.js';

/**
 * Where the chain of audit events ends: one row, moved on by a trigger with every event. Tells a chain whose end was
 * cut off from one that ends there. On PostgreSQL it is also the row for which those who commit wait.
 */
@Entity({ name: 'audit_head' })
export class AuditHead {
  @IdColumn('audit_head') id: string;
  /** Place of the last event; 0 = there is none yet. */
  @IntegerColumn('seq') seq: number;
  @TextColumn('hash', 64) hash: string;
}

/** Id of the only row. */
export const HEAD_ID = 'chain';
