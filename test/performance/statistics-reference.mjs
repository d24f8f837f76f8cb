/*
 * What counting over forms stands beside: bare `node:http` and better-sqlite3 over one narrow table, a column a question.
 *
 *   GET /group?question=K     GROUP BY of one column over the whole table, without an index
 *   GET /covered?question=K&region=&type=&from=&to=   the same picked out, from an index that holds all it needs
 *
 * The parent sends `{file}`, a database that it has filled.
 */
import { createServer } from 'node:http';

let database;
const statements = new Map();

function statement(text) {
  const known = statements.get(text);
  if (known !== undefined) return known;
  const made = database.prepare(text).raw();
  statements.set(text, made);
  return made;
}

const server = createServer((request, reply) => {
  const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
  const { question, region, type, from, to } = Object.fromEntries(searchParams);
  const column = `"${question.replaceAll('"', '')}"`;
  const rows =
    pathname === '/group'
      ? statement(`SELECT ${column}, count(*) FROM form NOT INDEXED GROUP BY ${column}`).all()
      : statement(
          `SELECT ${column}, count(*) FROM form WHERE region = ? AND type = ? AND day BETWEEN ? AND ? GROUP BY ${column}`,
        ).all(region, type, from, to);
  const body = JSON.stringify(Object.fromEntries(rows));
  reply.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  reply.end(body);
});

process.on('message', async ({ file }) => {
  const { default: Database } = await import('better-sqlite3');
  database = new Database(file, { readonly: true });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
});
process.on('disconnect', () => process.exit(0));
