import type { Place } from './start-server.js';
import { storedRows } from './stored-rows.js';

/** Queries that find something only where something is stored by halves; each by what it would mean. */
const HALVES: Readonly<Record<string, string>> = {
  'forms that say they were sent, without what was sent': `SELECT r.id FROM response r WHERE r.revision > 0
    AND (SELECT COUNT(*) FROM response_revision v WHERE v.response_id = r.id) <> r.revision`,
  'what was sent, without an event of it': `SELECT v.id FROM response_revision v JOIN response r ON r.id = v.response_id
    WHERE v.idempotency_key LIKE 'crash-%' AND NOT EXISTS (
      SELECT 1 FROM audit_event e WHERE e.entity = 'response' AND e.entity_id = v.response_id
        AND e.action = 'response.submitted')`,
  'decisions without an event': `SELECT d.round_id FROM cleaning_decision d GROUP BY d.round_id HAVING COUNT(*) > 0
    AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.action = 'cleaning.decided')`,
  'mailings without their mails': `SELECT m.id FROM mailing m WHERE m.kind = 'invitation'
    AND (SELECT COUNT(*) FROM outbox_message o WHERE o.group_id = m.id) <> m.recipients`,
  'mails without their mailing': `SELECT o.id FROM outbox_message o WHERE o.group_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM mailing m WHERE m.id = o.group_id)`,
  'events that the head of the chain does not know': `SELECT seq FROM audit_event
    WHERE seq > (SELECT seq FROM audit_head WHERE id = 'chain')`,
};

/** What is stored by halves, a line each; empty = nothing. */
export async function halfRecords(place: Pick<Place, 'env'>): Promise<string[]> {
  const found: string[] = [];
  for (const [what, text] of Object.entries(HALVES)) {
    const rows = await storedRows(place, text);
    if (rows.length > 0) found.push(`${rows.length} × ${what}`);
  }
  if (place.env['DATABASE_URL'] === undefined) {
    const broken = await storedRows(place, 'SELECT * FROM pragma_foreign_key_check');
    if (broken.length > 0) found.push(`${broken.length} × references to nothing`);
    const [sound] = await storedRows<{ integrity_check: string }>(
      place,
      'SELECT integrity_check FROM pragma_integrity_check',
    );
    if (sound?.integrity_check !== 'ok') found.push(`the file: ${sound?.integrity_check}`);
  }
  return found;
}
