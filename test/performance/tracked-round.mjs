import { createHash, randomUUID } from 'node:crypto';

import { withDatabase } from './store.mjs';
import { tokenOf } from './tokens.mjs';

/** The round and its frame; both made up. */
export const BIG_ROUND = 'bench-10k';
const AT = '2026-01-05T09:00:00.000Z';
const FAR = '2099-12-31T23:59:59.000Z';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const codeOf = (at) => `Z${String(at).padStart(5, '0')}`;

/** What the n-th team says, so that every position occurs. */
function answersOf({ answers }, at) {
  const given = [{ given: 'yes' }, { given: 'no' }, { missing: 'dont_know' }];
  return {
    ...answers,
    hospital: { given: codeOf(at) },
    iapt_inreach_mus: given[at % 3],
    iapt_inreach_ltc: given[(at >> 1) % 3],
  };
}

/**
 * A synthetic round on a frame of made-up hospitals, as it is in the middle of its fieldwork: everybody is invited, a
 * part has submitted, some have begun. Hospitals stand where those of the reference tables do.
 *
 * @param counts how many hospitals there are, have submitted, have begun; and how many of the silent ones have everything
 *   saved under the tokens 0, 1, 2 …, ready to be sent
 */
export const addTrackedRound = (dataDir, sample, { hospitals, submitted, begun, ready }) =>
  withDatabase(dataDir, (database) => {
    const insert = inserter(database);
    const copyOf = (table, where, change) =>
      insert(table, {
        ...database.prepare(`SELECT * FROM ${table} WHERE ${where} LIMIT 1`).get(),
        ...change,
      });
    const models = database
      .prepare(
        `SELECT s.*, p.organisation_id FROM site s JOIN site_parent p ON p.site_id = s.id
         JOIN frame_unit u ON u.site_id = s.id WHERE u.eligibility = 'eligible' AND p.valid_from IS NULL ORDER BY s.id`,
      )
      .all();
    database.transaction(() => {
      const size = {
        listed_size: hospitals,
        declared_size: null,
        declared_source: '',
        hash: sha256(BIG_ROUND),
      };
      copyOf('sampling_frame', `status = 'frozen'`, {
        id: BIG_ROUND,
        title: 'Made-up hospitals',
        status: 'draft',
        ...size,
      });
      copyOf('round', `id = 'demo-2026'`, { id: BIG_ROUND, title: 'A big round', frame_id: BIG_ROUND });
      for (let at = 0; at < hospitals; at += 1) {
        const { organisation_id, ...model } = models[at % models.length];
        const [id, odsCode] = [randomUUID(), codeOf(at)];
        insert('site', { ...model, id, ods_code: odsCode, name: `Made-up hospital ${at}` });
        insert('site_parent', { ...parent(id, model.source_id), organisation_id });
        insert('frame_unit', { ...unit(id, model.region_code) });
        const token = at - submitted - begun;
        const isReady = token >= 0 && token < ready;
        const invitation = randomUUID();
        insert('invitation', {
          id: invitation,
          round_id: BIG_ROUND,
          ods_code: odsCode,
          token_hash: sha256(isReady ? tokenOf(token) : invitation),
          state: at % 50 === 49 && !isReady ? 'bounced' : 'sent',
          created_at: AT,
          expires_at: FAR,
          opened_at: at % 5 < 3 ? AT : null,
        });
        if (at < submitted + begun || isReady)
          addForm(insert, { odsCode, invitation, answers: answersOf(sample, at), sent: at < submitted });
      }
      // A frozen frame takes no more hospitals.
      database.prepare(`UPDATE sampling_frame SET status = 'frozen' WHERE id = ?`).run(BIG_ROUND);
    })();
  });

const parent = (siteId, sourceId) => ({
  id: randomUUID(),
  site_id: siteId,
  valid_from: null,
  valid_to: null,
  source_id: sourceId,
});

const unit = (siteId, stratum) => ({
  frame_id: BIG_ROUND,
  site_id: siteId,
  stratum,
  eligibility: 'eligible',
  why: 'Made up.',
});

function addForm(insert, { odsCode, invitation, answers, sent }) {
  const [id, text] = [randomUUID(), JSON.stringify(answers)];
  insert('response', {
    id,
    round_id: BIG_ROUND,
    invitation_id: invitation,
    ods_code: odsCode,
    site_text_raw: '',
    instrument_version: '1.1',
    mode: 'web_token',
    respondent: `bench-${odsCode}`,
    state: sent ? 'submitted' : 'in_progress',
    revision: sent ? 1 : 0,
    draft: text,
    draft_revision: 1,
    idempotency_key: randomUUID(),
    started_at: AT,
    last_saved_at: AT,
    submitted_at: sent ? AT : null,
  });
  if (!sent) return;
  insert('response_revision', {
    id: randomUUID(),
    response_id: id,
    revision: 1,
    at: AT,
    by: `bench-${odsCode}`,
    reason: '',
    idempotency_key: randomUUID(),
    answers: text,
    hash: sha256(text),
  });
}

/** Adds a row; the text of each table's statement is made once. */
function inserter(database) {
  const statements = new Map();
  return (table, row) => {
    const columns = Object.keys(row);
    const key = `${table} ${columns.join(' ')}`;
    const known =
      statements.get(key) ??
      database.prepare(
        `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
      );
    statements.set(key, known);
    known.run(row);
  };
}
