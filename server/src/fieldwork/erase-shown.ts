import type { EntityManager } from 'typeorm';

import { parameter } from '../database/row-statements.js';

/*
 * The table belongs to publication, which fieldwork does not know; but erasing a form is one act, so it is named here.
 */

/**
 * Empties what is kept of the rows that hospitals of a form were shown in a right of reply: hash, code, and whether score
 * and quotations stood there. Few different rows are possible, so each of these would tell what was taken back. That
 * something was shown, when, and what was said of it stays. To be asked before the form's other hospitals are erased.
 * @param until nothing that was shown later; '' = all of it
 */
export async function eraseShown(
  manager: EntityManager,
  roundId: string,
  responseId: string,
  until = '',
): Promise<void> {
  const at = (index: number): string => parameter(manager.dataSource, index);
  await manager.query(
    `UPDATE reply_event SET shown_sha256 = '', shown_category = '', shown_score = 0, shown_quotations = 0
     WHERE round_id = ${at(0)} AND ods_code IN (
       SELECT ods_code FROM response WHERE id = ${at(1)}
       UNION SELECT ods_code FROM further_hospital WHERE response_id = ${at(2)}
       UNION SELECT ods_code FROM cleaning_decision WHERE response_id = ${at(3)})${until === '' ? '' : ` AND at <= ${at(4)}`}`,
    until === ''
      ? [roundId, responseId, responseId, responseId]
      : [roundId, responseId, responseId, responseId, until],
  );
}
