/*
 * `npm run bench`: how fast the built product is, every figure beside a reference measured in the same run.
 *
 *   npm run bench                        everything, as a table
 *   npm run bench -- --json              one JSON object on standard output, progress on standard error
 *   npm run bench -- --quick             fewer and shorter slices: for a first look, not for records
 *   npm run bench -- --only submit-32    one or several figures, separated by commas
 *   npm run bench -- --list              the names and units, without measuring anything
 *   npm run bench -- --no-build          measure the build that is there
 *   npm run bench -- --only load-mixed,load-two-instances [--minutes N]
 *                                        mixed load for ten minutes each; runs only when it is asked for
 *
 * Every load is bounded in count and time and goes to 127.0.0.1 only; what is stored lies in a temporary folder.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { measureAgreement } from './agreement.mjs';
import { measureChain } from './chain.mjs';
import { measureExporting } from './exporting.mjs';
import { measureCleaning } from './cleaning.mjs';
import { FIGURES, toFigure, verdict } from './figures.mjs';
import { measureMailing } from './mailing.mjs';
import { measureMapPaint } from './map-paint.mjs';
import { measureMixedLoad, measureTwoInstances } from './mixed-load.mjs';
import { measurePageWeight } from './page-weight.mjs';
import { measureColdStart, measureIdleMemory } from './process-cost.mjs';
import { startLoad, stopAll } from './processes.mjs';
import { measureProfiles } from './profiles.mjs';
import { measureReleasing } from './releasing.mjs';
import { measureSending } from './sending.mjs';
import { measureStatistics } from './statistics.mjs';
import { makeTemplate } from './store.mjs';
import { measureFullStore, measureSubmissions } from './submissions.mjs';
import { measureTracking } from './tracking.mjs';

const root = join(import.meta.dirname, '../..');
const has = (flag) => process.argv.includes(flag);
const [names] = process.argv.slice(process.argv.indexOf('--only') + 1);
const only = has('--only') ? new Set(names.split(',')) : undefined;
/** Too long for every run. */
const LONG = new Set(['load-mixed', 'load-memory', 'load-two-instances', 'load-two-memory']);
const wanted = (name) => (only === undefined ? !LONG.has(name) : only.has(name));
const minutes = has('--minutes') ? Number(process.argv[process.argv.indexOf('--minutes') + 1]) : 10;
if (!(minutes > 0 && minutes <= 120)) throw new Error('--minutes wants a number from more than 0 to 120');

const say = (line) => process.stderr.write(`${line}\n`);
const print = (object) => process.stdout.write(`${JSON.stringify(object, null, 2)}\n`);

const SETTINGS = has('--quick')
  ? {
      rounds: 3,
      starts: 1,
      mails: 2000,
      asks: 3,
      sliceMs: 500,
      gets: 4000,
      perSlice: { 1: 200, 8: 400, 32: 600 },
    }
  : {
      rounds: 7,
      starts: 5,
      mails: 10_000,
      asks: 5,
      sliceMs: 1000,
      gets: 8000,
      perSlice: { 1: 500, 8: 1000, 32: 1500 },
    };

/** What is measured together, in order; a part runs when one of its figures is wanted. */
const PARTS = [
  [['cold-start'], measureColdStart],
  [['idle-memory'], measureIdleMemory],
  [['bytes-respond', 'requests-respond', 'bytes-map', 'bytes-home'], measurePageWeight],
  [['filter-to-paint', 'filter-to-paint-10k'], measureMapPaint],
  [['public-summary', 'public-geojson', 'map-feed'], measureSending],
  [['mail-10k'], measureMailing],
  [['submit-1', 'submit-8', 'submit-32', 'autosave-32', 'submit-graphql-32'], measureSubmissions],
  [['submit-100k'], measureFullStore],
  [['stats-100k', 'stats-filtered-100k'], measureStatistics],
  [['export-100k', 'export-memory'], measureExporting],
  [['release-100k'], measureReleasing],
  [['tracker-10k'], measureTracking],
  [['profile-query'], measureProfiles],
  [['agreement-10k'], measureAgreement],
  [['chain-units'], measureChain],
  [['load-mixed', 'load-memory'], measureMixedLoad],
  [['load-two-instances', 'load-two-memory'], measureTwoInstances],
  [['queue-page-100k', 'decision-100k', 'ledger-100k'], measureCleaning],
];

/** Installs and builds what is missing. In a process whose output goes to standard error: ours may be JSON. */
function prepare() {
  const { status } = spawnSync(process.execPath, [join(root, 'server/start.mjs'), '--build-only'], {
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status !== 0) process.exit(status ?? 1);
}

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-bench-'));
  const clear = () => {
    stopAll();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('SIGINT', () => (clear(), process.exit(130)));
  process.once('SIGTERM', () => (clear(), process.exit(143)));
  const load = startLoad();
  const measured = {};
  const report = (name, figure) => {
    measured[name] = toFigure(name, figure);
    const { value, unit, reference, ratio } = measured[name];
    say(
      `  ${name}: ${value} ${unit}; reference ${reference}; ratio ${ratio}  ${verdict(name, measured[name])}`,
    );
  };
  try {
    const template = join(folder, 'template');
    say('first start on an empty folder (tables, reference data, synthetic round)');
    await makeTemplate(template);
    for (const [partNames, part] of PARTS)
      if (partNames.some(wanted))
        await part({ folder, template, load, settings: { ...SETTINGS, minutes }, wanted, say, report });
  } finally {
    await load.stop();
    clear();
  }
  return Object.fromEntries(
    Object.keys(FIGURES).flatMap((name) => (name in measured ? [[name, measured[name]]] : [])),
  );
}

if (has('--list')) {
  const listed = Object.entries(FIGURES).map(([name, { unit, reference }]) => [name, { unit, reference }]);
  print(has('--parts') ? PARTS.flatMap(([partNames]) => partNames) : Object.fromEntries(listed));
} else {
  if (!has('--no-build')) prepare();
  const started = performance.now();
  const measured = await measure();
  say(`took ${Math.round((performance.now() - started) / 1000)} s`);
  if (has('--json')) print(measured);
  else process.stdout.write(`${toTable(measured)}\n${toDetails(measured)}`);
  // Ten minutes of load are a test: whoever runs them unattended learns from the exit code what came of it.
  const missed = Object.keys(measured).filter(
    (name) => LONG.has(name) && verdict(name, measured[name]).startsWith('MISSED'),
  );
  if (missed.length > 0) {
    say(`missed: ${missed.join(', ')}`);
    process.exitCode = 1;
  }
}

/** Everything that was seen under load, below the table; of the other figures `--json` tells. */
function toDetails(measured) {
  return Object.entries(measured)
    .filter(([name]) => LONG.has(name))
    .map(([name, figure]) => `\n${name} ${JSON.stringify(figure, null, 2)}\n`)
    .join('');
}

function toTable(measured) {
  const rows = Object.entries(measured).map(([name, figure]) => [
    name,
    `${figure.value} ${figure.unit}`,
    String(figure.reference),
    String(figure.ratio),
    verdict(name, figure),
  ]);
  const all = [['figure', 'measured', 'reference', 'ratio', ''], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
