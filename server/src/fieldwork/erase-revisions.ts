import type { EntityManager } from 'typeorm';

import { FurtherHospital } from './further-hospital.entity.js';
import { ResponseRevision } from './response-revision.entity.js';

/** What is left of a form's own columns when its content is erased: no answer, and no hospital in somebody's words. */
export const ERASED = { draft: {}, siteTextRaw: '' } as const;

/**
 * Tables of what colleagues said about a form's words: codes with places in the text, memos, hashes of it. They belong to
 * the coding module, which fieldwork does not know; but erasing is one act, so their names stand here.
 */
const MADE_FROM_A_FORM = ['unit_coding', 'adjudication', 'quotation'] as const;

/**
 * Empties every revision of a form. The one change that the database lets through (`append-only.ts`): answers,
 * reason and the answers' hash go, since few different answers are possible and a hash would give them away.
 */
export async function eraseRevisions(manager: EntityManager, responseId: string): Promise<void> {
  await manager.update(ResponseRevision, { responseId }, { answers: {}, reason: '', hash: '' });
  await manager.delete(FurtherHospital, { responseId });
  for (const table of MADE_FROM_A_FORM)
    await manager
      .createQueryBuilder()
      .delete()
      .from(table)
      .where('response_id = :responseId', { responseId })
      .execute();
}
