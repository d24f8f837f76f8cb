import type { DataSource } from 'typeorm';

import { refuseTruncation } from './refuse-truncation.js';

/** True of a change of the head record that follows the chain by exactly one stored event. */
const FOLLOWS = `NEW.id = OLD.id AND NEW.seq = OLD.seq + 1 AND EXISTS (
  SELECT 1 FROM audit_event WHERE seq = NEW.seq AND hash = NEW.hash AND prev_hash = OLD.hash)`;

const MOVE_ON = `UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE id = 'chain'`;

/**
 * Triggers that keep the head record of the audit chain: every stored event moves it on, and nothing else can change
 * it. So no event can be put anywhere but at the end, by whichever hand, as long as the triggers are there.
 */
export async function ensureAuditGuards(writer: DataSource, isPostgres: boolean): Promise<void> {
  for (const statement of isPostgres ? ON_POSTGRES : ON_SQLITE) await writer.query(statement);
  if (isPostgres) await refuseTruncation(writer, 'audit_head');
}

const ON_SQLITE: readonly string[] = [
  'DROP TRIGGER IF EXISTS audit_event_moves_head',
  `CREATE TRIGGER audit_event_moves_head AFTER INSERT ON audit_event BEGIN ${MOVE_ON}; END`,
  'DROP TRIGGER IF EXISTS guard_audit_head_update',
  `CREATE TRIGGER guard_audit_head_update BEFORE UPDATE ON audit_head WHEN NOT (${FOLLOWS})
   BEGIN SELECT RAISE(ABORT, 'audit_head follows audit_event only'); END`,
  'DROP TRIGGER IF EXISTS guard_audit_head_delete',
  `CREATE TRIGGER guard_audit_head_delete BEFORE DELETE ON audit_head
   BEGIN SELECT RAISE(ABORT, 'audit_head follows audit_event only'); END`,
];

const ON_POSTGRES: readonly string[] = [
  `CREATE OR REPLACE FUNCTION audit_event_moves_head() RETURNS trigger LANGUAGE plpgsql AS
   $$ BEGIN ${MOVE_ON}; RETURN NULL; END $$`,
  `CREATE OR REPLACE TRIGGER audit_event_moves_head AFTER INSERT ON audit_event
   FOR EACH ROW EXECUTE FUNCTION audit_event_moves_head()`,
  `CREATE OR REPLACE FUNCTION guard_audit_head() RETURNS trigger LANGUAGE plpgsql AS
   $$ BEGIN
     IF TG_OP = 'UPDATE' THEN IF ${FOLLOWS} THEN RETURN NEW; END IF; END IF;
     RAISE EXCEPTION 'audit_head follows audit_event only';
   END $$`,
  `CREATE OR REPLACE TRIGGER guard_audit_head BEFORE UPDATE OR DELETE ON audit_head
   FOR EACH ROW EXECUTE FUNCTION guard_audit_head()`,
];
