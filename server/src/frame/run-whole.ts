import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';

import { runAgain } from '../database/run-again.js';
import type { Unit, UnitActor } from '../database/unit.js';
import type { UnitOfWork } from '../database/unit-of-work.js';

/** Carries a refusal out of a unit of work, which rolls back on its way. */
class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('refused');
  }
}

/** Runs work as one unit that leaves nothing behind when it is refused, not even what it had written before. Whoever meets another in a unique index looks again, and is refused in words. */
export async function runWhole<Value>(
  unitOfWork: UnitOfWork,
  actor: UnitActor,
  work: (unit: Unit) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  try {
    return accept(
      await runAgain(unitOfWork, actor, async (unit) => {
        const result = await work(unit);
        if (!result.ok) throw new Refused(result.problems);
        return result.value;
      }),
    );
  } catch (error) {
    if (error instanceof Refused) return refuse(...error.problems);
    throw error;
  }
}
