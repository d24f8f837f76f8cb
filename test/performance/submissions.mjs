import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { startProduct, startReference } from './processes.mjs';
import { measureInTurns } from './slices.mjs';
import { addSavedDrafts, addSubmitted, copyStore, readSample } from './store.mjs';

const STORED = 100_000;

/** Hands out prepared links, each once: a link whose form was sent cannot be measured again. */
class Links {
  next = 0;
  constructor(total) {
    this.total = total;
  }
  take(count) {
    const from = this.next;
    this.next += count;
    if (this.next > this.total) throw new Error('more links were needed than were prepared');
    return { from, count };
  }
}

/** Answers as the GraphQL input type wants them; what routing hid is left out. */
const toInput = (answers) =>
  Object.entries(answers)
    .filter(([, { missing }]) => missing !== 'not_asked')
    .map(([variable, { given, missing }]) =>
      missing === undefined
        ? { variable, given: Array.isArray(given) ? given : [String(given)] }
        : { variable, missing },
    );

/** What somebody types on the page with the comment: it is saved a moment after the last key. */
const TYPED = { page: 'comments', entry: { comments: 'Typed so far: health psychologists in our team do ' } };

/** Durable submissions through the page's route and through GraphQL, beside a bare endpoint. */
export async function measureSubmissions({ folder, template, load, settings, wanted, say, report }) {
  const sample = await readSample(template);
  const { rounds, sliceMs, perSlice } = settings;
  const slices = rounds + 1;
  const total = slices * (perSlice[1] + perSlice[8] + perSlice[32] * 3) + perSlice[32];
  const dataDir = copyStore(template, join(folder, 'submissions'));
  await addSavedDrafts(dataDir, sample, total);
  mkdirSync(join(folder, 'reference'));
  const product = await startProduct(dataDir);
  const reference = await startReference(join(folder, 'reference', 'rows.sqlite'));
  const links = new Links(total);
  const row = 'x'.repeat(sample.storedBytes);
  const send = (kind, clients, more = {}) =>
    load.run({
      kind,
      port: product.port,
      clients,
      maxMs: sliceMs,
      ...links.take(perSlice[clients]),
      ...more,
    });
  const store = (path, clients) =>
    load.run({
      kind: 'row',
      port: reference.port,
      path,
      body: row,
      clients,
      maxMs: sliceMs,
      count: perSlice[clients] * 8,
    });
  try {
    await send('submit', 32);
    for (const clients of [1, 8, 32]) {
      const autosaves = clients === 32 && wanted('autosave-32');
      if (!wanted(`submit-${clients}`) && !autosaves) continue;
      say(`submissions through the answering page, ${clients} at once${autosaves ? ', and autosaves' : ''}`);
      const { middle, ratio } = await measureInTurns(rounds, {
        page: () => send('submit', clients),
        ...(autosaves && { typed: () => send('autosave', clients, TYPED) }),
        one: () => store('/one', clients),
        grouped: () => store('/grouped', clients),
      });
      report(`submit-${clients}`, {
        value: middle.page,
        reference: middle.one,
        ratio: ratio('page', 'one'),
        referenceGrouped: middle.grouped,
        ratioGrouped: ratio('page', 'grouped'),
      });
      if (autosaves)
        report('autosave-32', {
          value: middle.typed,
          reference: middle.one,
          ratio: ratio('typed', 'one'),
          referenceGrouped: middle.grouped,
          ratioGrouped: ratio('typed', 'grouped'),
          besideSubmit32: ratio('typed', 'page'),
        });
    }
    if (!wanted('submit-graphql-32')) return;
    say('submissions through GraphQL, 32 at once');
    const answers = toInput(sample.answers);
    const { middle, ratio } = await measureInTurns(rounds, {
      graphql: () => send('graphql', 32, { answers }),
      one: () => store('/one', 32),
      grouped: () => store('/grouped', 32),
    });
    report('submit-graphql-32', {
      value: middle.graphql,
      reference: middle.one,
      ratio: ratio('graphql', 'one'),
      referenceGrouped: middle.grouped,
      ratioGrouped: ratio('graphql', 'grouped'),
    });
  } finally {
    await product.stop();
    await reference.stop();
  }
}

/** Submissions with 100,000 responses stored, beside the same server on an empty store. */
export async function measureFullStore({ folder, template, load, settings, say, report }) {
  const sample = await readSample(template);
  const { sliceMs, perSlice } = settings;
  // A ratio near 1 needs more rounds than one near a half.
  const rounds = settings.rounds * 2;
  const count = perSlice[32];
  const total = (rounds + 2) * count;
  const emptyDir = copyStore(template, join(folder, 'empty'));
  await addSavedDrafts(emptyDir, sample, total);
  const fullDir = copyStore(emptyDir, join(folder, 'full'));
  say(`storing ${STORED.toLocaleString('en-GB')} responses`);
  await addSubmitted(fullDir, sample, STORED);
  const [empty, full] = [await startProduct(emptyDir), await startProduct(fullDir)];
  const send = (server, links) =>
    load.run({ kind: 'submit', port: server.port, clients: 32, maxMs: sliceMs, ...links.take(count) });
  const [emptyLinks, fullLinks] = [new Links(total), new Links(total)];
  try {
    say('submissions with these stored, 32 at once');
    await send(empty, emptyLinks);
    await send(full, fullLinks);
    const { middle, ratio } = await measureInTurns(rounds, {
      full: () => send(full, fullLinks),
      empty: () => send(empty, emptyLinks),
    });
    report('submit-100k', {
      value: middle.full,
      reference: middle.empty,
      ratio: ratio('full', 'empty'),
      stored: STORED,
    });
  } finally {
    await empty.stop();
    await full.stop();
  }
}
