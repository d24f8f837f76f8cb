import type { EntityManager } from 'typeorm';

import { parameter } from '../database/row-statements.js';

/** A question to a site. */
interface QueryRow {
  readonly id: string;
}

/*
 * The tables belong to cleaning, which fieldwork does not know; but erasing a form is one act, so they are named here.
 */

/**
 * Erases what cleaners wrote about a form: the notes of decisions about it or resting on it, of their confirmations and
 * reversals, and the questions that its hospital was asked because of it. They can quote what the team has taken back.
 * Who decided what, when, and under which rule stays. What the hospital said of its row goes with its last form: before
 * that it can be about what a colleague sent. A question that waits for its answer is closed: its page and its mail would
 * show the words on.
 */
export async function eraseWords(manager: EntityManager, roundId: string, responseId: string): Promise<void> {
  const at = (index: number): string => parameter(manager.dataSource, index);
  const about = (first: number): string =>
    `(response_id = ${at(first)} OR (round_id = ${at(first + 1)} AND basis LIKE ${at(first + 2)}))`;
  const which = [responseId, roundId, `%"${responseId}:%`];
  await manager.query(
    `UPDATE cleaning_decision SET note = '' WHERE note <> '' AND (${about(0)}
     OR target_id IN (SELECT id FROM cleaning_decision WHERE ${about(3)}))`,
    [...which, ...which],
  );
  const asked = await manager.query<QueryRow[]>(
    `SELECT DISTINCT q.id AS id FROM site_query q JOIN cleaning_decision d
       ON d.kind = 'query' AND d.round_id = q.round_id AND d.ods_code = q.ods_code
       AND d.perspective = q.perspective AND d.variable = q.variable
     WHERE q.round_id = ${at(0)} AND d.basis LIKE ${at(1)}`,
    [roundId, `%"${responseId}:%`],
  );
  for (const { id } of asked) {
    await manager.query(`UPDATE site_query SET question = '' WHERE id = ${at(0)}`, [id]);
    await manager.query(
      `UPDATE site_query SET state = 'closed', token_hash = NULL WHERE id = ${at(0)} AND state = 'waiting'`,
      [id],
    );
    await manager.query(
      `UPDATE outbox_message SET state = 'dropped', reason = ${at(0)}
       WHERE subject_id = ${at(1)} AND state IN ('queued', 'held')`,
      [TAKEN_BACK, id],
    );
    await manager.query(`UPDATE outbox_message SET recipient = '', body = '' WHERE subject_id = ${at(0)}`, [
      id,
    ]);
  }
  await manager.query(
    `UPDATE site_objection SET words = ${at(0)}, settled_note = CASE settled_note WHEN '' THEN '' ELSE ${at(1)} END
     WHERE round_id = ${at(2)} AND ods_code = (SELECT ods_code FROM response WHERE id = ${at(3)})
     AND NOT EXISTS (SELECT 1 FROM response o WHERE o.round_id = site_objection.round_id
       AND o.ods_code = site_objection.ods_code AND o.id <> ${at(4)} AND o.revision > 0 AND o.state <> 'withdrawn')`,
    [ERASED_WORDS, ERASED_WORDS, roundId, responseId, responseId],
  );
}

const ERASED_WORDS = 'Erased: the hospital has taken its answers back.';

const TAKEN_BACK = 'A team that the question was about has taken its answers back.';
