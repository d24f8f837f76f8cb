/*
 * Brings a fresh clone to the point where it can run, with nothing but Node: right Node, packages installed, sources
 * built. Uses no dependency, because there may be none yet. Each step says what it does and is left out when it has
 * been done: installed packages carry a stamp (hash of the lock file and Node's ABI), the build a hash of the
 * sources (file times mislead after a clone).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const installStamp = join(root, 'node_modules', '.liaison-atlas-installed');
const buildStamp = join(root, 'server', 'dist', '.liaison-atlas-built');
const built = [
  'server/dist/bundled/main.js',
  'shared/dist/kernel/result.js',
  'client/dist/app/index.html',
  'client/dist/operations.json',
  'client/dist/respond-ssr/render.js',
];

/** Prints one line about what is going on. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** Stops with a readable line when Node is too old or too new for the SQLite driver. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 23 || major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(
      `Liaison Atlas needs Node 20.19 to 23; this is ${process.versions.node}. Install Node 22 and try again.\n`,
    );
    process.exit(1);
  }
}

/** Runs a command in the project's root and stops when it fails. */
export function run(command, args, options = {}) {
  const outcome = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (outcome.status !== 0) {
    process.stderr.write(`${[command, ...args].join(' ')} failed.\n`);
    process.exit(outcome.status ?? 1);
  }
}

/** `npm ci` when `node_modules` is absent or does not match the lock file and this Node. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.versions.modules} ${process.platform}-${process.arch}`;
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return;
  say(
    'Installing packages (npm ci). The SQLite driver is compiled, which takes one to five minutes; nothing is shown\nuntil it is done. Warnings about engines can be ignored.',
  );
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit']);
  writeFileSync(installStamp, wanted);
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) yield path;
  }
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const place of ['shared', 'server', 'client', 'tsconfig.base.json', 'package-lock.json', 'nx.json']) {
    const path = join(root, place);
    for (const file of statSync(path).isDirectory() ? files(path) : [path])
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds `shared`, `server` and `client` when their sources differ from those of the last build. */
export function ensureBuilt() {
  const wanted = sourcesHash();
  const fresh = existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted;
  if (fresh && built.every((file) => existsSync(join(root, file)))) return;
  say('Building shared, server and client…');
  run(
    process.execPath,
    [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static'],
    {
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' },
    },
  );
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, wanted);
}
