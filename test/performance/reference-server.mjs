/*
 * What every figure stands beside: the least that could do the same work. Bare `node:http` and better-sqlite3.
 *
 *   POST /one      stores the body as one row and commits it (WAL, synchronous=FULL) before answering
 *   POST /grouped  the same, but rows that wait together share one commit
 *   GET  /kept/N   sends the N-th kept answer: the same bytes with the same number of headers
 *   GET  /stream   sends the answers of a round as CSV: one open cursor, values with commas between, no rule of ours
 *   GET  /rows     runs the kept statements and sends their rows as JSON; `?code=` is given to them
 *
 * The parent sends `{file}` (database to make, or none) or `{url}` (of a PostgreSQL), `{keep: {headers, body}}`,
 * `{stream: {file, round}}`, `{select: {file, statements}}` and `'busy'`; each is answered.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';

const kept = [];
let selects = [];
let insert;
let commitGroup;
let group = [];
let rowsOfRound;

async function openDatabase(file) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE form (id INTEGER PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL)');
  const statement = database.prepare('INSERT INTO form (at, body) VALUES (?, ?)');
  insert = (body) => statement.run(new Date().toISOString(), body);
  commitGroup = database.transaction((rows) => rows.forEach(({ body }) => insert(body)));
}

/** The same in a PostgreSQL: one statement and so one commit for a row. */
async function openPostgres(url) {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query('CREATE TABLE form (id bigserial PRIMARY KEY, at text NOT NULL, body text NOT NULL)');
  insert = (body) =>
    pool.query({
      name: 'insert',
      text: 'INSERT INTO form (at, body) VALUES ($1, $2)',
      values: [new Date().toISOString(), body],
    });
}

/** Prepares the statements once, on a store that a server may have open. */
async function openRows({ file, statements }) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file, { readonly: true });
  selects = statements.map((text) => {
    const statement = database.prepare(text);
    return text.includes('@code') ? (code) => statement.all({ code }) : () => statement.all();
  });
}

function sendRows(url, reply) {
  const [, code] = url.split('?code=');
  const body = JSON.stringify(selects.map((rows) => rows(code)));
  reply.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  reply.end(body);
}

function flush() {
  const rows = group;
  group = [];
  commitGroup(rows);
  for (const { reply } of rows) reply.writeHead(201, { 'content-length': 0 }).end();
}

function store(request, reply) {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    if (request.url === '/one') {
      const stored = insert(body);
      const answer = () => reply.writeHead(201, { 'content-length': 0 }).end();
      if (stored instanceof Promise) stored.then(answer, () => reply.writeHead(500).end());
      else answer();
      return;
    }
    group.push({ body, reply });
    if (group.length === 1) setImmediate(flush);
  });
}

async function openStream({ file, round }) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file, { readonly: true });
  const statement = database.prepare(
    `SELECT s.response_id AS id, s.revision, s.at, r.ods_code AS odsCode, s.answers FROM response_revision s
     JOIN response r ON r.id = s.response_id WHERE r.round_id = ? AND r.state = 'submitted'`,
  );
  rowsOfRound = () => statement.iterate(round);
}

/** What anybody would write first: rows from the cursor, a line each, sent in pieces as large as the product's. */
async function sendStream(reply) {
  reply.writeHead(200, { 'content-type': 'text/csv' });
  let text = '';
  let count = 0;
  for (const { id, revision, at, odsCode, answers } of rowsOfRound()) {
    const values = Object.values(JSON.parse(answers)).map((one) => one.given ?? one.missing);
    text += `${id},${revision},${at},${odsCode},${values.join(',')}\n`;
    count += 1;
    if (count % 500 !== 0) continue;
    if (!reply.write(text)) await once(reply, 'drain');
    text = '';
  }
  reply.end(text);
}

const server = createServer((request, reply) => {
  if (request.url === '/stream') return sendStream(reply);
  if (request.method === 'POST') return store(request, reply);
  if (request.url.startsWith('/rows')) return sendRows(request.url, reply);
  const { headers, body } = kept[Number(request.url.slice('/kept/'.length))] ?? {
    headers: {},
    body: Buffer.alloc(0),
  };
  reply.writeHead(200, headers).end(body);
});

server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));

let worked = performance.eventLoopUtilization();

process.on('message', async (message) => {
  if (message === 'busy') {
    const busy = performance.eventLoopUtilization(worked).utilization;
    worked = performance.eventLoopUtilization();
    return process.send({ busy });
  }
  const { file, url, keep, stream, select } = message;
  if (url !== undefined) await openPostgres(url);
  if (stream !== undefined) await openStream(stream);
  if (file !== undefined) await openDatabase(file);
  if (select !== undefined) await openRows(select);
  if (keep !== undefined) kept.push({ headers: keep.headers, body: Buffer.from(keep.body, 'base64') });
  process.send({ kept: kept.length - 1 });
});
process.on('disconnect', () => process.exit(0));
