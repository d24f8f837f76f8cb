import { join } from 'node:path';

import { addFormsToClean } from './cleaning-store.mjs';
import { startProduct, startReference } from './processes.mjs';
import { signIn } from './sign-in.mjs';
import { measureInTurns } from './slices.mjs';
import { addSavedDrafts, copyStore, databaseFileOf, readSample, ROUND, withDatabase } from './store.mjs';

const STORED = 100_000;
/** Each release is made beside all before it: more of them would measure how long their list is. */
const MOST_ROUNDS = 5;

/** What a release counts first, over the forms where they lie: hospitals by what they answer to one question. */
const GROUP_BY = `SELECT r.ods_code, json_extract(v.answers, '$.iapt_inreach_mus.given') AS said, count(*)
  FROM response r JOIN response_revision v ON v.response_id = r.id AND v.revision = r.revision
  WHERE r.round_id = '${ROUND}' AND r.state = 'submitted' GROUP BY r.ods_code, said`;

const RELEASE = `mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) { __typename
  ... on Release { number sha256 forms { received accepted merged } }
  ... on ReleaseRefused { problems { code field } } } }`;

/**
 * A release of a round with 100,000 forms that count, asked for right after a further form was sent: cleaned, counted,
 * checked against those before it and stored with what it rests on. Beside it one GROUP BY over the same forms.
 */
export async function measureReleasing({ folder, template, load, settings, say, report }) {
  const sample = await readSample(template);
  const rounds = Math.min(settings.rounds, MOST_ROUNDS);
  const dataDir = copyStore(template, join(folder, 'releasing'));
  await addSavedDrafts(dataDir, sample, rounds + 2);
  say(`storing ${STORED.toLocaleString('en-GB')} forms to release`);
  await addFormsToClean(dataDir, sample, STORED);
  await withDatabase(dataDir, (database) =>
    database.prepare(`UPDATE round_cleaning SET mode = 'automatic' WHERE round_id = ?`).run(ROUND),
  );
  const product = await startProduct(dataDir);
  const reference = await startReference();
  try {
    const cookie = await signIn(product.url);
    await reference.select(databaseFileOf(dataDir), [GROUP_BY]);
    let sent = 0;
    let received = 0;
    const release = async () => {
      await load.run({ kind: 'submit', port: product.port, clients: 1, maxMs: 60_000, from: sent, count: 1 });
      sent += 1;
      const input = { roundId: ROUND, kind: 'interim', note: '', idempotencyKey: `bench-release-${sent}` };
      const { releaseRound, ms } = await ask(product.url, cookie, input);
      const { accepted = 0, merged = 0, received: now = 0 } = releaseRound.forms ?? {};
      if (accepted + merged < STORED) throw new Error(`not released: ${JSON.stringify(releaseRound)}`);
      if (received > 0 && now !== received + 1) throw new Error('the form sent last is not in the release');
      received = now;
      return ms;
    };
    const first = await release();
    say(`the first release after the start: ${Math.round(first)} ms`);
    const { middle, ratio } = await measureInTurns(rounds, {
      product: release,
      group: async () => {
        const began = performance.now();
        const answer = await fetch(`http://127.0.0.1:${reference.port}/rows`);
        const [rows] = await answer.json();
        if (rows.length === 0) throw new Error('nothing was counted');
        return performance.now() - began;
      },
    });
    report('release-100k', {
      value: middle.product,
      reference: middle.group,
      ratio: ratio('product', 'group'),
      firstMs: first,
      stored: STORED,
    });
  } finally {
    await product.stop();
    await reference.stop();
  }
}

async function ask(url, cookie, input) {
  const began = performance.now();
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: RELEASE, variables: { input } }),
  });
  const { data, errors } = await answer.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return { ...data, ms: performance.now() - began };
}
