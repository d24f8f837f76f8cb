import type { EntityTarget, ObjectLiteral } from 'typeorm';

import type { AuditDetail } from '../platform/audit/audit-event.entity.js';
import { updateRows } from './row-statements.js';
import type { Unit } from './unit.js';

/**
 * A row that is changed if it is still as somebody read it, with the event that says so. It reads nothing and decides nothing else,
 * so that it can be stored by whoever has the time: a respondent's next page, a thousand times a second on a busy evening.
 */
export interface RowChange {
  readonly target: EntityTarget<ObjectLiteral>;
  /**
   * Columns that name the row, and those that have to hold what they held when it was read. Among these is one that is changed, so
   * that a change of which nobody knows whether it was stored can be tried again.
   */
  readonly asRead: Readonly<Record<string, unknown>>;
  readonly change: Readonly<Record<string, unknown>>;
  /** Stored only where the row was changed. */
  readonly event: {
    readonly action: string;
    readonly entity: string;
    readonly entityId: string;
    readonly detail: AuditDetail;
  };
}

/** Makes the change in a unit. @returns false = the row is not as it was read, and nothing was changed or noted */
export async function applyChange(
  unit: Unit,
  { target, asRead, change, event }: RowChange,
): Promise<boolean> {
  if ((await updateRows(unit.manager, target, asRead, change)) === 0) return false;
  await unit.audit(event.action, event.entity, event.entityId, event.detail);
  return true;
}
