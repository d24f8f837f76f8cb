import { join } from 'node:path';

import { addFormsToClean, openPlainSql } from './cleaning-store.mjs';
import { startProduct } from './processes.mjs';
import { signIn } from './sign-in.mjs';
import { measureInTurns } from './slices.mjs';
import { copyStore, databaseFileOf, readSample, ROUND } from './store.mjs';

const STORED = 100_000;
const PER_PAGE = 25;
/** Requests of a slice. Each is another page, or another hospital: no answer is one that was kept. */
const PER_SLICE = 40;

const QUEUE = `query ($roundId: ID!, $page: Int!, $perPage: Int!) {
  cleaningQueue(roundId: $roundId, kind: null, text: "", page: $page, perPage: $perPage) { total tasks {
    id kind responseIds marks odsCode hospital perspective variable about aboutId answer since asked } } }`;
const LEDGER = `query ($roundId: ID!) { cleaning(roundId: $roundId) { mode decisions frozenAs
  forms { received accepted merged excluded withdrawn pending partial analysed }
  excludedByReason { reason count } tasks { kind count } } }`;
const FORMS = `query ($roundId: ID!, $ids: [ID!]!) { cleaningForms(roundId: $roundId, ids: $ids) { id mark } }`;
const DECIDE = `mutation ($input: DecideInput!) { decideForms(input: $input) { __typename
  ... on CleaningDecided { decisionIds cleaning { forms { received excluded pending } tasks { kind count } } }
  ... on CleaningRefused { problems { code field } } } }`;

/** Asks the product as a survey lead, outside what is measured. */
function asker(url, cookie) {
  return async (query, variables) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables: { roundId: ROUND, ...variables } }),
    });
    const { data, errors } = await answer.json();
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
}

/** Milliseconds that each of some steps takes, one after the other. */
function timeSteps(count, step) {
  const began = performance.now();
  for (let at = 0; at < count; at += 1) step(at);
  return (performance.now() - began) / count;
}

/** The queue, a decision and the ledger of a round of 100,000 forms, beside the plain SQL that each needs. */
export async function measureCleaning({ folder, template, load, settings, wanted, say, report }) {
  const sample = await readSample(template);
  const dataDir = copyStore(template, join(folder, 'cleaning'));
  say(`storing ${STORED.toLocaleString('en-GB')} forms to clean`);
  const hospitals = await addFormsToClean(dataDir, sample, STORED);
  const plain = await openPlainSql(databaseFileOf(copyStore(dataDir, join(folder, 'cleaning-plain'))));
  const product = await startProduct(dataDir);
  try {
    const cookie = await signIn(product.url);
    const ask = asker(product.url, cookie);
    const began = performance.now();
    const { cleaningQueue } = await ask(QUEUE, { page: 1, perPage: PER_PAGE });
    say(
      `first page after the start: ${Math.round(performance.now() - began)} ms, ${cleaningQueue.total} tasks`,
    );
    const send = async (query, list, holds) => {
      const bodies = list.map((variables) =>
        JSON.stringify({ query, variables: { roundId: ROUND, ...variables } }),
      );
      const job = { kind: 'ask', port: product.port, clients: 1, count: bodies.length, maxMs: 60_000 };
      return 1000 / (await load.run({ ...job, cookie, bodies, holds }));
    };
    const pages = Math.floor(cleaningQueue.total / PER_PAGE);
    let turn = 0;
    const somePages = () =>
      Array.from({ length: PER_SLICE }, () => ({ page: 1 + ((turn += 97) % pages), perPage: PER_PAGE }));
    const decisions = decisionsOf(ask, hospitals);
    const parts = {
      'queue-page-100k': {
        product: () => send(QUEUE, somePages(), '"cleaningQueue"'),
        plain: () => timeSteps(PER_SLICE / 8, () => plain.queue(((turn += 97) % pages) * PER_PAGE, PER_PAGE)),
      },
      'ledger-100k': {
        product: () => send(LEDGER, Array(PER_SLICE).fill({}), '"cleaning"'),
        plain: () => timeSteps(PER_SLICE / 8, () => plain.ledger()),
      },
      'decision-100k': {
        product: async () => send(DECIDE, await decisions.decide(PER_SLICE), '"CleaningDecided"'),
        plain: () => timeSteps(PER_SLICE, (at) => plain.decide(hospitals[at % hospitals.length])),
      },
    };
    for (const [name, measures] of Object.entries(parts)) {
      if (!wanted(name)) continue;
      say(`${name}, one at a time`);
      const { middle, ratio } = await measureInTurns(settings.rounds, measures);
      report(name, {
        value: middle.product,
        reference: middle.plain,
        ratio: ratio('product', 'plain'),
        stored: STORED,
      });
    }
    await decisions.check();
  } finally {
    plain.close();
    await product.stop();
  }
}

/** Prepares decisions, each about a form of another hospital, so that none makes another one's mark stale. */
function decisionsOf(ask, hospitals) {
  let made = 0;
  return {
    async decide(count) {
      const list = [];
      for (let at = 0; at < count; at += 1) {
        const odsCode = hospitals[(made + at) % hospitals.length];
        const { cleaningQueue } = await ask(
          QUEUE.replace('kind: null, text: ""', `kind: duplicate_set, text: ${JSON.stringify(odsCode)}`),
          { page: 1, perPage: 1 },
        );
        const [task] = cleaningQueue.tasks;
        const formId = task.responseIds[(made + at) % task.responseIds.length];
        const { cleaningForms } = await ask(FORMS, { ids: [formId] });
        const said = { kind: 'exclude', reason: 'test', formId, mark: cleaningForms[0].mark };
        list.push({ input: { roundId: ROUND, decisions: [said] } });
      }
      made += count;
      return list;
    },
    /** What was decided counts: the ledger sums, and as many are left out as were. */
    async check() {
      const { cleaning } = await ask(LEDGER, {});
      const { received, accepted, merged, excluded, withdrawn, pending } = cleaning.forms;
      if (received !== accepted + merged + excluded + withdrawn + pending || cleaning.decisions !== made)
        throw new Error(`the ledger does not sum: ${JSON.stringify(cleaning)}`);
    },
  };
}
