import { idOfBasis } from '@liaison-atlas/shared/cleaning/queue';
import { type EntityManager, In, MoreThan } from 'typeorm';

import { CleaningDecision } from './cleaning-decision.entity.js';
import { inChunks } from './read-forms.js';

/** The forms that decisions have a say in, and the number of the last of these decisions; 0 = there is none. */
export interface DecidedForms {
  readonly forms: readonly string[];
  readonly lastNumber: number;
}

export const NOTHING_DECIDED: DecidedForms = { forms: [], lastNumber: 0 };

/** What was decided about a round after a number; a reversal has a say in the forms of what it takes back. */
export async function decidedAfter(
  manager: EntityManager,
  roundId: string,
  number: number,
): Promise<DecidedForms> {
  const made = await manager.find(CleaningDecision, {
    where: { roundId, number: MoreThan(number) },
    order: { number: 'ASC' },
  });
  const targets = await inChunks(
    made.flatMap(({ targetId }) => targetId || []),
    (chunk) => manager.findBy(CleaningDecision, { roundId, id: In(chunk) }),
  );
  const forms = [...made, ...targets].flatMap(({ responseId, kind, value, basis }) => [
    responseId ?? '',
    ...(kind === 'merge' ? [value] : []),
    ...basis.map(idOfBasis),
  ]);
  return { forms: [...new Set(forms)].filter(Boolean), lastNumber: made.at(-1)?.number ?? 0 };
}
