/*
 * `npm run test:access`: every GraphQL operation and every route, called as each role over HTTP, and the outcome as a
 * table. The same tests run with `npm test`, which does not print it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { ensureInstalled, requireNode, root } from '../server/prepare.mjs';

requireNode();
ensureInstalled();

const vitest = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'vitest.cmd' : 'vitest');
const args = ['run', '--project', 'integration-sqlite', '--reporter=dot', 'test/integration/access.test.ts'];
const outcome = spawnSync(vitest, args, {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ACCESS_TABLE: '1' },
});
process.exitCode = outcome.status ?? 1;
