/*
 * `npm run test:crash -- --runs N [--engine sqlite|postgres] [--seed S]`: kills the built product at random moments
 * under load, N times, and looks each time at what is there. The seed that it prints gives the same moments again.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBuilt, ensureInstalled, requireNode, root, say } from '../server/prepare.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
if (!/^\d+$/.test(values.runs) || !/^\d+$/.test(values.seed) || !/^(sqlite|postgres)$/.test(values.engine)) {
  say('Usage: npm run test:crash -- --runs N [--engine sqlite|postgres] [--seed S]');
  process.exit(2);
}
requireNode();
ensureInstalled();
ensureBuilt();
const { status } = spawnSync(
  join(root, 'node_modules', '.bin', 'vitest'),
  [
    'run',
    '--project',
    `integration-${values.engine}`,
    '--retry=0',
    'test/integration/crash.test.ts',
    '-t',
    'killed under load',
    '--disable-console-intercept',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CRASH_RUNS: values.runs, CRASH_SEED: values.seed },
  },
);
process.exitCode = status ?? 1;
