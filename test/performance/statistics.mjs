import { Agent, get } from 'node:http';
import { join } from 'node:path';

import { signIn } from './sign-in.mjs';
import { startProduct, startStatisticsReference } from './processes.mjs';
import { measureInTurns, median } from './slices.mjs';
import { addSavedDrafts, addVariedForms, copyStore, makeNarrowTable, readSample } from './store.mjs';

const STORED = 100_000;
const ROUND = 'demo-2026';
/** Answers asked for in a slice. */
const ASKED = 15;
const QUESTION = 'co_located';
/** Filters of which the answers are compared, not only timed. */
const CHECKED = 20;

/** The same numbers at every run. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One request after the other on one connection; gives what came back. */
function client(port, cookie) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = cookie === undefined ? {} : { cookie };
  return (path) =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}: ${text}`));
          else resolve(JSON.parse(text));
        });
      }).once('error', reject);
    });
}

/** Forms that differ: hospital, day and the answers to the questions with yes and no. */
async function variedForms(url, sample, count) {
  const { closedItems } = await import('@liaison-atlas/shared/cleaning/closed-items');
  const { getInstrument } = await import('@liaison-atlas/shared/instrument/registry');
  const { questionsOf } = await import('@liaison-atlas/shared/instrument/instrument');
  const items = closedItems(questionsOf(getInstrument('1.1')));
  const frame = await (await fetch(`${url}/open/v1/frames/acute-ed-2018/hospitals.geojson`)).json();
  const hospitals = frame.features.map(({ properties }) => properties);
  const next = numbers(11);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const said = [{ given: 'yes' }, { given: 'no' }, { missing: 'dont_know' }];
  const varied = Object.entries(sample.answers).flatMap(([key, { given }]) =>
    (given === 'yes' || given === 'no') && !key.startsWith('consent') ? [key] : [],
  );
  const forms = Array.from({ length: count }, () => {
    const { odsCode, regionCode, siteCategory } = pick(hospitals);
    const answers = { ...sample.answers, hospital: { given: odsCode } };
    for (const key of varied) answers[key] = pick(said);
    const month = String(1 + Math.floor(next() * 6)).padStart(2, '0');
    const day = `2026-${month}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`;
    const codes = items.map(({ answerOf }) => {
      const answer = answerOf({ answers });
      return 'given' in answer ? answer.given : answer.missing;
    });
    return { odsCode, region: regionCode, type: siteCategory, day, answers, codes };
  });
  return { forms, keys: items.map(({ key }) => key), hospitals };
}

const countsOf = ({ questions }, key) =>
  Object.fromEntries(
    questions.find((one) => one.key === key).answers.map(({ code, forms }) => [code, forms]),
  );

function requireSame(what, found, wanted) {
  for (const code of new Set([...Object.keys(found), ...Object.keys(wanted)]))
    if ((found[code] ?? 0) !== (wanted[code] ?? 0))
      throw new Error(
        `${what}, ${code}: ${found[code] ?? 0} forms, and counting them gives ${wanted[code] ?? 0}`,
      );
}

const add = (a, b) =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
  );

/**
 * Counts of answers over a round with 100,000 forms, asked over HTTP right after a further form was sent, beside a bare
 * server whose database groups one column of a table with these forms; and the same picked out by region, kind of site
 * and days, beside a covering index.
 */
export async function measureStatistics({ folder, template, load, settings, wanted, say, report }) {
  const sample = await readSample(template);
  const { rounds } = settings;
  const links = (rounds + 2) * ASKED + 10;
  const dataDir = copyStore(template, join(folder, 'statistics'));
  await addSavedDrafts(dataDir, sample, links);
  const plain = await startProduct(dataDir);
  const path = (query = '') => `/manage/v1/rounds/${ROUND}/form-statistics.json${query}`;
  const { forms, keys, hospitals } = await variedForms(plain.url, sample, STORED);
  const filters = someFilters(hospitals);
  const askBefore = client(plain.port, await signIn(plain.url));
  const before = await askBefore(path());
  const filteredBefore = [];
  for (const filter of filters.slice(0, CHECKED)) filteredBefore.push(await askBefore(path(`?${filter}`)));
  await plain.stop();
  say(`storing ${STORED.toLocaleString('en-GB')} varied forms`);
  await addVariedForms(dataDir, sample, forms);
  const reference = await startStatisticsReference(
    await makeNarrowTable(join(folder, 'statistics.sqlite'), { keys, forms, indexed: QUESTION }),
  );
  const product = await startProduct(dataDir);
  try {
    const ask = client(product.port, await signIn(product.url));
    const group = client(reference.port);
    say('adding up once');
    const first = await ask(path());
    for (const key of keys)
      requireSame(
        key,
        countsOf(first, key),
        add(countsOf(before, key), await group(`/group?question=${key}`)),
      );

    for (const [at, old] of filteredBefore.entries())
      requireSame(
        filters[at],
        countsOf(await ask(path(`?${filters[at]}`)), QUESTION),
        add(countsOf(old, QUESTION), await group(`/covered?${filters[at]}`)),
      );
    if (wanted('stats-100k')) {
      say('all questions, right after a further form was sent');
      let sent = 0;
      const afterWrite = async () => {
        const times = [];
        for (let turn = 0; turn < ASKED; turn += 1) {
          await load.run({
            kind: 'submit',
            port: product.port,
            clients: 1,
            maxMs: 10_000,
            from: sent,
            count: 1,
          });
          sent += 1;
          const began = performance.now();
          const { forms: counted } = await ask(path());
          times.push(performance.now() - began);
          if (counted !== first.forms + sent)
            throw new Error(`${counted} forms after ${sent} more were sent`);
        }
        return median(times);
      };
      const { middle, ratio } = await measureInTurns(rounds, {
        product: afterWrite,
        scan: () => timed(() => group(`/group?question=${QUESTION}`)),
      });
      report('stats-100k', {
        value: middle.product,
        reference: middle.scan,
        ratio: ratio('scan', 'product'),
        stored: STORED,
      });
    }
    if (!wanted('stats-filtered-100k')) return;
    say('one question, by region, kind of site and days');
    let at = 0;
    const nextFilter = () => filters[at++ % filters.length];
    const { middle, ratio } = await measureInTurns(rounds, {
      product: () => timed(() => ask(path(`?${nextFilter()}`))),
      index: () => timed(() => group(`/covered?${nextFilter()}`)),
    });
    report('stats-filtered-100k', {
      value: middle.product,
      reference: middle.index,
      ratio: ratio('index', 'product'),
      stored: STORED,
    });
  } finally {
    await product.stop();
    await reference.stop();
  }
}

/** A question over the forms of a region, a kind of site and a span of days. */
function someFilters(hospitals) {
  const next = numbers(23);
  return Array.from({ length: 200 }, () => {
    const { regionCode, siteCategory } = hospitals[Math.floor(next() * hospitals.length)];
    const [from, to] = [next(), next()].map((at) => `2026-0${1 + Math.floor(at * 6)}-15`).sort();
    return `question=${QUESTION}&region=${regionCode}&type=${siteCategory}&from=${from}&to=${to}`;
  });
}

/** Milliseconds of one call: the middle of several. */
async function timed(call) {
  const times = [];
  for (let turn = 0; turn < ASKED; turn += 1) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return median(times);
}
