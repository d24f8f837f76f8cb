/*
 * `npm run test:fuzz -- --inputs N [--seed S] [--engine sqlite|postgres]`: N hostile requests against every address and every
 * GraphQL operation. A short form runs with `npm test`. Whatever fails is named with its seed.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBuilt, ensureInstalled, requireNode, root } from '../server/prepare.mjs';

const USAGE = 'Usage: npm run test:fuzz -- [--inputs N] [--seed S] [--engine sqlite|postgres]';

requireNode();
const { inputs, seed, engine } = read();
ensureInstalled();
ensureBuilt();

const vitest = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'vitest.cmd' : 'vitest');
const outcome = spawnSync(
  vitest,
  ['run', '--project', `integration-${engine}`, '--retry=0', 'test/integration/fuzz.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FUZZ_INPUTS: inputs, FUZZ_SEED: seed },
  },
);
process.stdout.write(`Inputs: ${inputs}, seed: ${seed}, engine: ${engine}.\n`);
process.exitCode = outcome.status ?? 1;

/** The settings of the command; ends with its usage where they cannot be read. */
function read() {
  try {
    const { values } = parseArgs({
      options: {
        inputs: { type: 'string', default: '200000' },
        seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
        engine: { type: 'string', default: 'sqlite' },
      },
    });
    if (!/^\d{1,9}$/.test(values.inputs) || !/^\d{1,10}$/.test(values.seed)) throw new Error(USAGE);
    if (!['sqlite', 'postgres'].includes(values.engine)) throw new Error(USAGE);
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ''}\n${USAGE}\n`);
    process.exit(2);
  }
}
