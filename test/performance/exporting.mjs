import { get } from 'node:http';
import { join } from 'node:path';

import { memoryOf, startProduct, startReference } from './processes.mjs';
import { measureInTurns, median } from './slices.mjs';
import { signIn } from './sign-in.mjs';
import { addFreeze, addSavedDrafts, addSubmitted, copyStore, databaseFileOf, readSample } from './store.mjs';

const ROUND = 'demo-2026';
const STORED = 100_000;
const PATH = `/manage/v1/rounds/${ROUND}/export/forms.csv`;
const SAMPLE_MS = 10;
/** Exports one after the other, over which memory is looked at: what one leaves behind counts for the next. */
const IN_A_ROW = 5;

/** The CSV of 100,000 forms: how fast, how much memory, and what it does to those who are answering meanwhile. */
export async function measureExporting({ folder, template, load, settings, wanted, say, report }) {
  const sample = await readSample(template);
  const { sliceMs, perSlice, rounds } = settings;
  const count = perSlice[32];
  const dataDir = copyStore(template, join(folder, 'exporting'));
  const links = (rounds + 2) * 2 * count;
  await addSavedDrafts(dataDir, sample, links);
  say(`storing and freezing ${STORED.toLocaleString('en-GB')} responses`);
  await addSubmitted(dataDir, sample, STORED);
  await addFreeze(dataDir);
  const product = await startProduct(dataDir);
  const reference = await startReference();
  try {
    const cookie = await signIn(product.url);
    await reference.stream(databaseFileOf(dataDir), ROUND);
    const download = () => take(product.url + PATH, { cookie });
    const before = memoryOf(product.pid) ?? 0;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, memoryOf(product.pid) ?? 0)), SAMPLE_MS);
    const whole = await download();
    const first = most - before;
    for (let more = wanted('export-memory') ? IN_A_ROW : 1; more > 1; more -= 1) await download();
    clearInterval(watch);
    if (whole.lines < STORED) throw new Error(`the export has ${whole.lines} lines`);
    if (wanted('export-100k')) {
      say(`${whole.lines - 1} forms, ${Math.round(whole.bytes / 1e6)} MB of CSV`);
      const firstBytes = [];
      const rows = { product: 0, bare: 0 };
      const { middle, ratio } = await measureInTurns(rounds, {
        product: async () => {
          const { bytes, ms, firstByteMs, lines } = await download();
          firstBytes.push(firstByteMs);
          rows.product = lines / bytes;
          return bytes / ms / 1000;
        },
        bare: async () => {
          const { bytes, ms, lines } = await take(`http://127.0.0.1:${reference.port}/stream`, {});
          rows.bare = lines / bytes;
          return bytes / ms / 1000;
        },
      });
      report('export-100k', {
        value: middle.product,
        reference: middle.bare,
        ratio: ratio('product', 'bare'),
        ratioRows: (ratio('product', 'bare') * rows.product) / rows.bare,
        firstByteMs: median(firstBytes),
        megabytes: whole.bytes / 1e6,
      });
    }
    if (!wanted('export-memory')) return;
    say('submissions alone, and while the CSV is made again and again');
    let from = 0;
    const submit = async () => {
      const { p99 } = await load.time({
        kind: 'submit',
        port: product.port,
        clients: 32,
        maxMs: sliceMs * 4,
        from,
        count,
      });
      from += count;
      return p99;
    };
    const { middle, ratio } = await measureInTurns(rounds, {
      alone: submit,
      during: async () => {
        const stop = new AbortController();
        const downloads = again(download, stop.signal);
        const p99 = await submit();
        stop.abort();
        await downloads;
        return p99;
      },
    });
    report('export-memory', {
      // Before anybody submits: submissions fill caches of their own.
      value: most - before,
      firstMiB: first,
      exports: IN_A_ROW,
      reference: 64,
      ratio: ratio('during', 'alone'),
      p99AloneMs: middle.alone,
      p99DuringMs: middle.during,
    });
  } finally {
    await product.stop();
    await reference.stop();
  }
}

/** Keeps taking the file, at least once whole, until it is told to stop. */
async function again(download, signal) {
  do await download();
  while (!signal.aborted);
}

/** Takes an answer without keeping it: bytes, lines, and milliseconds to the first and the last byte. */
const take = (url, headers) =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    let firstByteMs;
    let bytes = 0;
    let lines = 0;
    get(url, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      answer.on('data', (chunk) => {
        firstByteMs ??= performance.now() - started;
        bytes += chunk.length;
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
      });
      answer.once('error', reject);
      answer.once('end', () => resolve({ bytes, lines, firstByteMs, ms: performance.now() - started }));
    }).once('error', reject);
  });
