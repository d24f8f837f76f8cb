/*
 * What every figure stands beside: the least that could do the same work. Bare `node:http` and better-sqlite3.
 *
 *   POST /one      stores the body as one row and commits it (WAL, synchronous=FULL) before answering
 *   POST /grouped  the same, but rows that wait together share one commit
 *   GET  /kept/N   sends the N-th kept answer: the same bytes with the same number of headers
 *
 * The parent sends `{file}` (database to make, or none) and `{keep: {headers, body}}`; each is answered.
 */
import { createServer } from 'node:http';

const kept = [];
let insert;
let commitGroup;
let group = [];

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
      insert(body);
      reply.writeHead(201, { 'content-length': 0 }).end();
      return;
    }
    group.push({ body, reply });
    if (group.length === 1) setImmediate(flush);
  });
}

const server = createServer((request, reply) => {
  if (request.method === 'POST') return store(request, reply);
  const { headers, body } = kept[Number(request.url.slice('/kept/'.length))] ?? {
    headers: {},
    body: Buffer.alloc(0),
  };
  reply.writeHead(200, headers).end(body);
});

server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));

process.on('message', async ({ file, keep }) => {
  if (file !== undefined) await openDatabase(file);
  if (keep !== undefined) kept.push({ headers: keep.headers, body: Buffer.from(keep.body, 'base64') });
  process.send({ kept: kept.length - 1 });
});
process.on('disconnect', () => process.exit(0));
