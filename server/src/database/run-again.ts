import { isUniqueViolation } from './is-unique-violation.js';
import type { Unit, UnitActor } from './unit.js';
import type { UnitOfWork } from './unit-of-work.js';

/**
 * Runs a unit that looks whether a row is there before it adds it. On PostgreSQL two can look at once and meet in the
 * unique index; the later one is then run again and finds the earlier's row.
 */
export async function runAgain<Value>(
  unitOfWork: UnitOfWork,
  actor: UnitActor,
  work: (unit: Unit) => Promise<Value>,
): Promise<Value> {
  try {
    return await unitOfWork.run(actor, work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return unitOfWork.run(actor, work);
  }
}
