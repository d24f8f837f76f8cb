import { createHash, randomUUID } from 'node:crypto';
import { closeSync, cpSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

import { startProduct } from './processes.mjs';
import { tokenOf } from './tokens.mjs';

export const ROUND = 'demo-2026';
export const AT = '2026-01-05T09:00:00.000Z';
const FAR = '2099-12-31T23:59:59.000Z';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
/** The database below a data folder. */
export const databaseFileOf = (dataDir) => join(dataDir, 'liaison-atlas.sqlite');

/** Waits until the disk has a file, so that the first measured commits do not wait for what was prepared. */
function flush(file) {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Opens the database of a data folder that no server has open. */
export async function withDatabase(dataDir, work) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(databaseFileOf(dataDir));
  try {
    // Filling needs no crash safety; the product sets its own pragmas when it opens the file.
    database.pragma('synchronous = OFF');
    database.pragma('journal_mode = MEMORY');
    return work(database);
  } finally {
    database.pragma('journal_mode = WAL');
    database.close();
    flush(databaseFileOf(dataDir));
  }
}

/** A data folder as a first start leaves it: migrated and seeded. */
export async function makeTemplate(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  await (await startProduct(dataDir)).stop();
}

/** Copies a data folder that no server has open. */
export function copyStore(from, to) {
  cpSync(from, to, { recursive: true });
  flush(databaseFileOf(to));
  return to;
}

/** The fullest form of the synthetic round: what every measured submission sends. */
export const readSample = (dataDir) =>
  withDatabase(dataDir, (database) => {
    const row = database
      .prepare(
        `SELECT r.id, r.ods_code AS odsCode, r.draft FROM response r
         WHERE r.round_id = ? AND r.revision = 1 AND r.state = 'submitted' AND r.ods_code <> '' AND r.site_text_raw = ''
         ORDER BY length(r.draft) DESC, r.id LIMIT 1`,
      )
      .get(ROUND);
    return { ...row, answers: JSON.parse(row.draft), storedBytes: bytesOf(database, row.id) };
  });

/**
 * How many bytes of text and numbers a submission writes: the response, which is rewritten, the revision and the
 * audit event. The bare reference stores as much in one row.
 */
function bytesOf(database, responseId) {
  const sum = (table, column, id) => {
    const columns = database
      .pragma(`table_info(${table})`)
      .map(({ name }) => `coalesce(length("${name}"), 0)`);
    const lengths = `SELECT coalesce(sum(${columns.join(' + ')}), 0) FROM ${table} WHERE ${column} = ?`;
    return database.prepare(lengths).pluck().get(id);
  };
  const event = ['response.submitted', 'response', responseId, '{"revision":1}'];
  const audit = [randomUUID(), AT, `invitation:${randomUUID()}`, ...event];
  return (
    sum('response', 'id', responseId) +
    sum('response_revision', 'response_id', responseId) +
    audit.join('').length
  );
}

/** Puts in links with everything saved and nothing sent, for tokens `from` to `from + count - 1`. */
export const addSavedDrafts = (dataDir, sample, count) =>
  withDatabase(dataDir, (database) => {
    const invitation = invitationStatement(database);
    const response = responseStatement(database);
    database.transaction(() => {
      for (let index = 0; index < count; index += 1) {
        const id = randomUUID();
        invitation.run(id, ROUND, sample.odsCode, sha256(tokenOf(index)), 'sent', AT, FAR);
        response.run(
          toResponse(sample, randomUUID(), id, { state: 'in_progress', revision: 0, submittedAt: null }),
        );
      }
    })();
  });

/** Stores submitted responses with their links and revisions, straight into the tables. */
export const addSubmitted = (dataDir, sample, count) =>
  withDatabase(dataDir, (database) => {
    // Sorted, so that filling the indexes is appending; later submissions meet them at random places all the same.
    const ids = Array.from({ length: count }, () => randomUUID()).sort();
    const invitation = invitationStatement(database);
    const response = responseStatement(database);
    const revision = database.prepare(
      `INSERT INTO response_revision (id, response_id, revision, at, "by", reason, idempotency_key, answers, hash)
       SELECT ?, ?, 1, at, "by", '', ?, answers, hash FROM response_revision WHERE response_id = ? AND revision = 1`,
    );
    database.transaction(() => {
      for (const id of ids) {
        const invitationId = randomUUID();
        invitation.run(invitationId, ROUND, sample.odsCode, sha256(invitationId), 'sent', AT, FAR);
        response.run(
          toResponse(sample, id, invitationId, { state: 'submitted', revision: 1, submittedAt: AT }),
        );
        revision.run(randomUUID(), id, randomUUID(), sample.id);
      }
    })();
  });

/** Stores submitted forms that differ: `{odsCode, day, answers}` each. */
export const addVariedForms = (dataDir, sample, forms) =>
  withDatabase(dataDir, (database) => {
    const ids = forms.map(() => randomUUID()).sort();
    const invitation = invitationStatement(database);
    const response = responseStatement(database);
    const revision = database.prepare(
      `INSERT INTO response_revision (id, response_id, revision, at, "by", reason, idempotency_key, answers, hash)
       SELECT ?, ?, 1, ?, "by", '', ?, ?, ? FROM response_revision WHERE response_id = ? AND revision = 1`,
    );
    database.transaction(() => {
      for (const [index, { odsCode, day, answers }] of forms.entries()) {
        const id = ids[index];
        const invitationId = randomUUID();
        const at = `${day}T09:00:00.000Z`;
        const text = JSON.stringify(answers);
        invitation.run(invitationId, ROUND, odsCode, sha256(invitationId), 'sent', AT, FAR);
        const row = toResponse({ odsCode, draft: text }, id, invitationId, {
          state: 'submitted',
          revision: 1,
          submittedAt: at,
        });
        response.run(row);
        revision.run(randomUUID(), id, at, randomUUID(), text, sha256(text), sample.id);
      }
    })();
  });

/**
 * The same forms as a bare table, a column a question, and an index that holds everything that one question needs
 * when forms are picked out. Gives the file.
 */
export async function makeNarrowTable(file, { keys, forms, indexed }) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  const columns = ['region', 'type', 'day', ...keys].map((key) => `"${key}"`);
  database.exec(
    `CREATE TABLE form (id INTEGER PRIMARY KEY, ${columns.map((column) => `${column} TEXT NOT NULL`).join(', ')})`,
  );
  const insert = database.prepare(
    `INSERT INTO form (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  database.transaction(() => {
    for (const { region, type, day, codes } of forms) insert.run(region, type, day, ...codes);
  })();
  database.exec(`CREATE INDEX ix_form ON form (region, type, day, "${indexed}")`);
  database.close();
  return file;
}

/** Freezes the round as it stands, with every submitted form as one that counts; as the product would have stored it. */
export const addFreeze = (dataDir) =>
  withDatabase(dataDir, (database) => {
    const responses = database
      .prepare(
        `SELECT id, revision, ods_code AS odsCode FROM response
         WHERE round_id = ? AND state = 'submitted' AND revision > 0 AND ods_code <> '' ORDER BY id`,
      )
      .all(ROUND);
    // Members in the order of their names, as canonical JSON has them.
    const forms = responses.map(({ id, revision, odsCode }) => ({
      odsCode,
      outcome: 'accepted',
      reason: '',
      revision: `${id}:${revision}`,
      rule: '',
    }));
    const { frameId } = database.prepare('SELECT frame_id AS frameId FROM round WHERE id = ?').get(ROUND);
    const ledger = { accepted: forms.length, analysed: 1, merged: 0, partial: 0, received: forms.length };
    const document = JSON.stringify({
      at: AT,
      decisionIds: [],
      forms,
      frameId,
      lastDecision: 0,
      ledger,
      number: 1,
      roundId: ROUND,
      settings: { checks: {}, mode: 'automatic', secondReader: 'none' },
      unitOfAnalysis: 'site',
    });
    database
      .prepare(
        `INSERT INTO freeze (id, round_id, number, at, "by", reason, document, sha256) VALUES (?, ?, 1, ?, 'bench', '', ?, ?)`,
      )
      .run(randomUUID(), ROUND, AT, document, sha256(document));
    database
      .prepare(
        `INSERT INTO round_cleaning (round_id, mode, second_reader, checks, decisions, frozen_as)
         VALUES (?, 'automatic', 'none', '{}', 0, 1)`,
      )
      .run(ROUND);
  });

const invitationStatement = (database) =>
  database.prepare(
    `INSERT INTO invitation (id, round_id, ods_code, token_hash, state, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

const responseStatement = (database) =>
  database.prepare(
    `INSERT INTO response (id, round_id, invitation_id, ods_code, site_text_raw, instrument_version, mode, respondent,
       state, revision, draft, draft_revision, idempotency_key, started_at, last_saved_at, submitted_at)
     VALUES (@id, @round, @invitationId, @odsCode, '', '1.1', 'web_token', 'bench', @state, @revision, @draft, 1, @key,
       @at, @at, @submittedAt)`,
  );

const toResponse = ({ odsCode, draft }, id, invitationId, state) => ({
  id,
  round: ROUND,
  invitationId,
  odsCode,
  draft,
  key: randomUUID(),
  at: AT,
  ...state,
});
