/*
 * `npm start` and its relatives: installs and builds what is missing, then runs the product in this process.
 *
 *   node server/start.mjs                      start
 *   node server/start.mjs --dev                start from the sources, with reload
 *   node server/start.mjs --build-only         build and stop
 *   node server/start.mjs --reset-only         remove the SQLite file of DATA_DIR
 *   node server/start.mjs --cli NAME [ARG …]   run one of the command-line tools
 */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureBuilt, ensureInstalled, requireNode, root, say } from './prepare.mjs';

const [flag, ...rest] = process.argv.slice(2);
process.chdir(root);
requireNode();

ensureInstalled();
if (flag === '--reset-only') {
  await reset(resolve(process.env.DATA_DIR ?? './data'));
  process.exit(process.exitCode ?? 0);
}
if (flag === '--dev') dev();
else {
  ensureBuilt();
  process.env.NODE_ENV ??= 'production';
  if (flag === '--cli') {
    process.argv = [process.argv[0], join(root, 'server/dist/cli/main.js'), ...rest];
    await import(pathToFileURL(process.argv[1]).href);
  } else if (flag !== '--build-only')
    await import(pathToFileURL(join(root, 'server/dist/bundled/main.js')).href);
}

/** The server from its sources with reload, and Vite's own server for the client on port 5173. */
function dev() {
  ensureBuilt();
  say('The pages with reload are at http://127.0.0.1:5173 once both servers are up.');
  const start = (args, cwd) => spawn(process.execPath, args, { cwd, stdio: 'inherit' });
  const children = [
    start(
      [
        join(root, 'node_modules/vite-node/dist/cli.mjs'),
        '--watch',
        '--config',
        'vite-node.config.ts',
        'src/main.ts',
      ],
      join(root, 'server'),
    ),
    start([join(root, 'node_modules/vite/bin/vite.js'), '--host', '127.0.0.1'], join(root, 'client')),
  ];
  for (const child of children)
    child.once('exit', (code) => children.forEach((other) => other.kill()) ?? process.exit(code ?? 0));
}

/** Removes the database of a data folder, unless a product that is running works with it. */
async function reset(dataDir) {
  const file = join(dataDir, 'liaison-atlas.sqlite');
  const lock = join(dataDir, 'in-use.lock');
  if (existsSync(lock)) {
    // The same lock as in server/src/database/data-dir-lock.ts, which may not be built yet.
    const { default: Database } = await import('better-sqlite3');
    const holder = new Database(lock, { timeout: 0 });
    try {
      holder.exec('BEGIN EXCLUSIVE');
    } catch {
      process.stderr.write(`${dataDir} is in use: stop the product first. Nothing was removed.\n`);
      process.exitCode = 1;
      return;
    } finally {
      holder.close();
    }
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  say(`Removed ${file}; the next start makes it afresh.`);
}
