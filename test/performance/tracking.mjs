import { join } from 'node:path';

import { startProduct, startReference } from './processes.mjs';
import { signIn } from './sign-in.mjs';
import { measureInTurns } from './slices.mjs';
import { copyStore, databaseFileOf, readSample } from './store.mjs';
import { addTrackedRound, BIG_ROUND } from './tracked-round.mjs';
import { trackerQuestion } from './tracker-question.mjs';

const HOSPITALS = 10_000;
const COUNTS = { hospitals: HOSPITALS, submitted: 5000, begun: 500 };
const MAX_MS = 30_000;

/* Frame, invitations and forms of the round, one row a hospital each. */
const PARTS = `
  h AS MATERIALIZED (
    SELECT s.ods_code, s.name, s.region_code, s.latitude, s.longitude, o.name AS trust
    FROM frame_unit u JOIN site s ON s.id = u.site_id
    JOIN site_parent p ON p.site_id = s.id AND p.valid_from IS NULL JOIN organisation o ON o.id = p.organisation_id
    WHERE u.frame_id = '${BIG_ROUND}' AND u.eligibility = 'eligible'),
  i AS MATERIALIZED (
    SELECT ods_code, COUNT(opened_at) AS opened, SUM(state <> 'bounced') AS others
    FROM invitation WHERE round_id = '${BIG_ROUND}' AND state NOT IN ('queued', 'failed') GROUP BY ods_code),
  f AS MATERIALIZED (
    SELECT r.ods_code, MAX(r.revision > 0) AS sent,
      MAX(v.answers ->> '$.iapt_treats_mus.given' = 'yes' OR v.answers ->> '$.iapt_treats_ltc.given' = 'yes') AS treats,
      MAX(v.answers ->> '$.iapt_inreach_mus.given' = 'yes' OR v.answers ->> '$.iapt_inreach_ltc.given' = 'yes') AS inreach
    FROM response r LEFT JOIN response_revision v ON v.response_id = r.id AND v.revision = r.revision
    WHERE r.round_id = '${BIG_ROUND}' GROUP BY r.ods_code),
  a AS MATERIALIZED (
    SELECT h.region_code, COUNT(*) AS frame, COUNT(i.ods_code) AS invited, SUM(i.opened > 0) AS opened,
      SUM(i.others = 0) AS bounced, COUNT(f.ods_code) AS started, SUM(f.sent) AS submitted,
      SUM(f.ods_code IS NULL) AS silent, SUM(f.treats) AS treats, SUM(f.inreach) AS inreach
    FROM h LEFT JOIN i ON i.ods_code = h.ods_code LEFT JOIN f ON f.ods_code = h.ods_code GROUP BY h.region_code)`;

/** The counts of every region, and the silent hospitals in the order in which to ring them: one statement for both. */
const PLAIN_SQL = [
  `WITH ${PARTS}
   SELECT a.*, r.name AS area, h.ods_code, h.name, h.trust, h.latitude, h.longitude, i.others
   FROM a JOIN area r ON r.code = a.region_code
   JOIN h ON h.region_code = a.region_code LEFT JOIN i ON i.ods_code = h.ods_code
   LEFT JOIN f ON f.ods_code = h.ods_code WHERE f.ods_code IS NULL
   ORDER BY a.frame, a.submitted, h.name, h.ods_code`,
];

/** The tracker of a round with 10,000 hospitals, at rest and after each reply, beside the SQL with the same counts. */
export async function measureTracking({ folder, template, load, settings, say, report }) {
  const sample = await readSample(template);
  const dataDir = copyStore(template, join(folder, 'tracking'));
  say(`a round with ${HOSPITALS.toLocaleString('en-GB')} hospitals`);
  const turns = settings.rounds + 1;
  await addTrackedRound(dataDir, sample, { ...COUNTS, ready: turns * settings.asks });
  const product = await startProduct(dataDir);
  const reference = await startReference();
  try {
    await reference.select(databaseFileOf(dataDir), PLAIN_SQL);
    const variables = {
      roundId: BIG_ROUND,
      level: 'region',
      threshold: '1/2',
      eligibleShare: '',
      question: '',
    };
    const question = {
      kind: 'question',
      port: product.port,
      query: trackerQuestion(),
      variables,
      cookie: await signIn(product.url),
      holds: `"frame":${HOSPITALS}`,
    };
    const one = async (job, count = 1) => {
      const perSecond = await load.run({ clients: 1, maxMs: MAX_MS, count, ...job });
      return 1000 / perSecond;
    };
    await one(question);
    let sent = 0;
    const afterReplies = async () => {
      let ms = 0;
      for (let ask = 0; ask < settings.asks; ask += 1) {
        await one({ kind: 'submit', port: product.port, from: sent });
        sent += 1;
        ms += await one(question);
      }
      return ms / settings.asks;
    };
    const { middle, ratio } = await measureInTurns(settings.rounds, {
      afterReply: afterReplies,
      atRest: () => one(question, settings.asks),
      sql: () => one({ kind: 'rows', port: reference.port, holds: '"frame"' }, settings.asks),
    });
    report('tracker-10k', {
      value: middle.atRest,
      reference: middle.sql,
      ratio: ratio('atRest', 'sql'),
      afterReply: middle.afterReply,
      ratioAfterReply: ratio('afterReply', 'sql'),
    });
  } finally {
    await product.stop();
    await reference.stop();
  }
}
