import type { EntityManager } from 'typeorm';

import { holdRows } from '../../database/hold-rows.js';
import { Round } from '../../fieldwork/round.entity.js';

/**
 * Lets one at a time work at the release desk of a round, until its unit of work ends: whoever presses twice, or at the
 * same moment as somebody else, finds what the first did. Always the first thing that a unit holds.
 */
export async function holdRound(manager: EntityManager, roundId: string): Promise<void> {
  const which = {
    where: { id: roundId },
    select: { id: true },
    ...holdRows(manager, 'for_no_key_update'),
  } as const;
  await manager.findOneOrFail(Round, which);
}
