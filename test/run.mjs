/*
 * `npm test`: everything, uncached. Format, lint, types, boundaries and GraphQL documents count as one test each;
 * then the build that the journeys use; then Vitest. The last line is `N passed, N failed`.
 *
 *   npm test                       everything
 *   npm run check                  only the checks before the tests
 *   npx vitest run --project shared path/to/file.test.ts     one file
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureBuilt, ensureInstalled, requireNode, root, say } from '../server/prepare.mjs';

requireNode();
ensureInstalled();

const bin = (name) => join(root, 'node_modules', '.bin', name);
/** Types of one workspace, as a check: name, command, arguments. */
const types = (workspace) => [`types of ${workspace}`, bin('tsc'), ['-p', `${workspace}/tsconfig.json`]];
/** @type {[name: string, command: string, args: string[]][]} */
const checks = [
  ['format', bin('prettier'), ['--check', '--log-level=warn', '.']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', '-c', 'oxlint.json']],
  types('shared'),
  types('server'),
  types('client'),
  types('test'),
  [
    'boundaries',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'shared/src', 'server/src', 'client/src', 'test'],
  ],
  ['GraphQL documents', bin('gql.tada'), ['check', '--tsconfig', 'client/tsconfig.json', '--fail-on-warn']],
];

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, command, args] of checks) {
  const outcome = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const passed = outcome.status === 0;
  total[passed ? 'passed' : 'failed'] += 1;
  say(`${passed ? '✓' : '✗'} ${name}${passed ? '' : `: ${command.split('/').pop()} ${args.join(' ')}`}`);
}

if (!process.argv.includes('--checks-only')) {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-run-'));
  const file = join(folder, 'closing.json');
  const reporters = ['--reporter=default', '--reporter=./test/support/closing-reporter.ts'];
  const outcome = spawnSync(bin('vitest'), ['run', ...reporters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CLOSING_FILE: file },
  });
  const isClosed = existsSync(file);
  const closing = isClosed ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  if (!isClosed)
    say(
      `✗ Vitest ended (${outcome.signal ?? `code ${outcome.status}`}) before its tests had: its last words stand above.`,
    );
  if (outcome.status !== 0 && closing.failed === 0) closing.failed = 1;
  for (const key of Object.keys(total)) total[key] += closing[key];
  rmSync(folder, { recursive: true, force: true });
  say(
    'One file: npx vitest run --project <shared|server|client|architecture|integration-sqlite|journeys> <path>',
  );
}

say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 ? 0 : 1;
