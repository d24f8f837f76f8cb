import { createHash, randomUUID } from 'node:crypto';

import { AT, ROUND, withDatabase } from './store.mjs';

const PERSPECTIVES = ['liaison', 'iapt', 'psychology', 'acute_trust'];
const COMMENTS = ['Good links.', 'Ring 0161 496 0000.', '', '', '', ''];

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** The n-th invented form: what the fullest form of the synthetic round says, with other answers where forms differ. */
function answersOf(sample, index, odsCode) {
  const said = index % 5 === 0 ? 'no' : 'yes';
  const comment = COMMENTS[index % COMMENTS.length];
  return JSON.stringify({
    ...sample.answers,
    hospital: { given: odsCode },
    perspective: { given: PERSPECTIVES[index % PERSPECTIVES.length] },
    iapt_inreach_mus: { given: said },
    comments: comment === '' ? { missing: 'skipped' } : { given: `${comment} ${index}` },
  });
}

/**
 * Puts `count` sent forms into the synthetic round, spread evenly over the hospitals of its frame and four
 * perspectives, each of a respondent of its own; and has a person decide about every one of them.
 */
export const addFormsToClean = (dataDir, sample, count) =>
  withDatabase(dataDir, (database) => {
    const hospitals = database
      .prepare(
        `SELECT DISTINCT ods_code AS odsCode FROM response WHERE round_id = ? AND ods_code <> '' ORDER BY ods_code`,
      )
      .pluck()
      .all(ROUND);
    const response = database.prepare(
      `INSERT INTO response (id, round_id, invitation_id, ods_code, site_text_raw, instrument_version, mode, respondent,
         state, revision, draft, draft_revision, idempotency_key, started_at, last_saved_at, submitted_at)
       VALUES (@id, @round, NULL, @odsCode, '', '1.1', 'open_link', @respondent, 'submitted', 1, '{}', 1, @key,
         @at, @at, @at)`,
    );
    const revision = database.prepare(
      `INSERT INTO response_revision (id, response_id, revision, at, "by", reason, idempotency_key, answers, hash)
       VALUES (?, ?, 1, ?, ?, '', ?, ?, ?)`,
    );
    database.transaction(() => {
      for (let index = 0; index < count; index += 1) {
        const [id, key] = [randomUUID(), randomUUID()];
        const odsCode = hospitals[Math.floor(index / PERSPECTIVES.length) % hospitals.length];
        const answers = answersOf(sample, index, odsCode);
        const at = new Date(Date.parse(AT) + index * 1000).toISOString();
        const respondent = `bench-${index}`;
        response.run({ id, round: ROUND, odsCode, respondent, key, at });
        revision.run(randomUUID(), id, at, respondent, key, answers, sha256(answers));
      }
      database
        .prepare(
          `INSERT INTO round_cleaning (round_id, mode, second_reader, checks, decisions, frozen_as)
           VALUES (?, 'review', 'none', '{}', 0, 0) ON CONFLICT DO UPDATE SET mode = 'review'`,
        )
        .run(ROUND);
    })();
    database.exec('ANALYZE');
    return hospitals;
  });

/**
 * The statements that each request cannot do without, on a store of its own: nothing is parsed, checked or put into words.
 * What has been decided lies beside the forms and nowhere in them, so a queue and a ledger join the two.
 */
export async function openPlainSql(file) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS plain_event (id INTEGER PRIMARY KEY, at TEXT, body TEXT)');
  const undecided = `NOT EXISTS (SELECT 1 FROM cleaning_decision d WHERE d.response_id = r.id)`;
  const waiting = database
    .prepare(`SELECT count(*) FROM response r WHERE r.round_id = ? AND r.revision > 0 AND ${undecided}`)
    .pluck();
  const page = database.prepare(
    `SELECT r.id, r.ods_code, r.revision, r.state, r.submitted_at FROM response r
     WHERE r.round_id = ? AND r.revision > 0 AND ${undecided} ORDER BY r.submitted_at, r.id LIMIT ? OFFSET ?`,
  );
  const ledger = database.prepare(
    `SELECT r.state, d.kind, d.reason, count(*), count(DISTINCT r.ods_code) FROM response r
     LEFT JOIN cleaning_decision d ON d.response_id = r.id WHERE r.round_id = ? GROUP BY r.state, d.kind, d.reason`,
  );
  const forms = database.prepare(
    `SELECT r.id, r.revision, r.state, r.ods_code, r.idempotency_key, r.respondent, r.invitation_id, r.mode,
       r.submitted_at, r.is_test, v.answers
     FROM response r JOIN response_revision v ON v.response_id = r.id AND v.revision = r.revision
     WHERE r.round_id = ? AND r.ods_code = ?`,
  );
  const decisions = database.prepare(
    `SELECT d.* FROM cleaning_decision d JOIN response r ON r.id = d.response_id WHERE r.round_id = ? AND r.ods_code = ?`,
  );
  const settings = database.prepare('SELECT * FROM round_cleaning WHERE round_id = ?');
  const decide = database.prepare(
    `INSERT INTO cleaning_decision (id, round_id, number, kind, response_id, ods_code, perspective, variable, basis, rule,
       reason, note, value, "by", at, needs_second, target_id)
     VALUES (?, ?, ?, 'exclude', ?, ?, 'liaison', '', '[]', 'R1', 'test', '', '', 'bench', ?, 0, NULL)`,
  );
  const count = database.prepare('UPDATE round_cleaning SET decisions = ? WHERE round_id = ?');
  const event = database.prepare('INSERT INTO plain_event (at, body) VALUES (?, ?)');
  return {
    queue: (from, size) => [waiting.get(ROUND), page.all(ROUND, size, from)],
    ledger: () => ledger.all(ROUND),
    decide: database.transaction((odsCode) => {
      const number = settings.get(ROUND).decisions + 1;
      const near = forms.all(ROUND, odsCode);
      decisions.all(ROUND, odsCode);
      decide.run(randomUUID(), ROUND, number, near[number % near.length].id, odsCode, AT);
      count.run(number, ROUND);
      event.run(AT, 'x'.repeat(600));
    }),
    close: () => database.close(),
  };
}
