import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startProduct, startReference } from './processes.mjs';
import { makeProfileTables, PROFILE_SQL } from './profile-tables.mjs';
import { measureInTurns } from './slices.mjs';
import { copyStore, ROUND } from './store.mjs';

/** Profiles asked for in a slice, each time the next area. */
const ASKED = 500;
const MAX_MS = 30_000;

/** The very question that the page asks. */
function pageQuestion() {
  const file = '../../client/src/features/area-profile/area-profile.graphql.ts';
  const found = /graphql\(`\s*(query AreaProfile[^`]+)`\)/.exec(
    readFileSync(join(import.meta.dirname, file), 'utf8'),
  );
  if (found === null) throw new Error(`${file} holds no query of a profile`);
  return found[1];
}

/**
 * Profiles of all areas in turn, as the page asks for them, so that no answer that is ready decides; beside the plain SQL
 * for the same rows, which lie in tables with an index for it.
 */
export async function measureProfiles({ folder, template, load, settings, say, report }) {
  const dataDir = copyStore(template, join(folder, 'profiles'));
  const file = join(folder, 'profile-rows.sqlite');
  const areas = await makeProfileTables(dataDir, file);
  say(`profiles of ${areas.length} areas in turn`);
  const product = await startProduct(dataDir);
  const reference = await startReference();
  try {
    await reference.select(file, PROFILE_SQL);
    const query = pageQuestion();
    const inTurn = Array.from({ length: ASKED }, (_, at) => areas[at % areas.length]);
    const job = { clients: 1, maxMs: MAX_MS, count: ASKED };
    const bodies = inTurn.map((code) =>
      JSON.stringify({ query, variables: { code, roundId: ROUND, from: '' } }),
    );
    const one = async (more) => 1000 / (await load.run({ ...job, ...more }));
    const { middle, ratio } = await measureInTurns(settings.rounds, {
      product: () => one({ kind: 'ask', port: product.port, bodies, cookie: '', holds: '"gapSentence":"' }),
      sql: () => one({ kind: 'rowsOf', port: reference.port, of: inTurn, holds: '"as_at"' }),
    });
    report('profile-query', {
      value: middle.product,
      reference: middle.sql,
      ratio: ratio('product', 'sql'),
    });
  } finally {
    await product.stop();
    await reference.stop();
  }
}
