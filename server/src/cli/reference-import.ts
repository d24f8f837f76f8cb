import 'reflect-metadata';

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { SYSTEM } from '../database/unit-of-work.js';
import { describePlan, describePostcodes } from '../frame/describe-plan.js';
import { FrameModule } from '../frame/frame.module.js';
import { PostcodeService } from '../frame/postcode.service.js';
import { isPostcodeFile } from '../frame/read-postcode-file.js';
import { type ReferenceFile, readReferenceFile } from '../frame/reference-file.js';
import { ReferenceImportService } from '../frame/reference-import.service.js';
import { loadConfig } from '../platform/config.js';
import { sha256 } from '../platform/ids.js';
import { withProduct } from './with-product.js';

/** Parts of the product that an import needs. */
const WITH_FRAME = { imports: [FrameModule] };

const USAGE = `Usage: npm run reference:import -- FILE [--apply] [--source TEXT] [--vintage TEXT]

Compares FILE with the reference tables and prints what would change. With --apply the changes are stored.
FILE is the ONS Postcode Directory or the National Statistics Postcode Lookup (name its edition: --vintage "May 2026"), etr.csv, ect.csv or ets.csv of the Organisation Data Service, Hospital.csv of the NHS website, or a list of
early implementers or pathfinders in the columns that docs/reference-data.md describes.`;

/**
 * The command `npm run reference:import`. A dry run unless `--apply` is given. Prints to standard output, refusals to
 * standard error.
 * @returns the exit code: 0 done (or nothing to do), 1 the file is refused, 2 the command is not understood
 */
export async function referenceImport(argv: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const command = readCommand(argv);
  if (command === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  let bytes: Buffer;
  let isPostcodes: boolean;
  try {
    isPostcodes = isPostcodeFile(command.path);
    // A postcode file may weigh more than a gigabyte: it is never read as a whole.
    bytes = isPostcodes ? Buffer.alloc(0) : readFileSync(command.path);
  } catch (error) {
    process.stderr.write(
      `${command.path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 2;
  }
  if (isPostcodes)
    return withProduct(loadConfig(env), WITH_FRAME, (app) =>
      importPostcodes(app.get(PostcodeService), command),
    );
  const file = readReferenceFile(bytes);
  if (!file.ok) return refused(file.problems);
  return withProduct(loadConfig(env), WITH_FRAME, (app) =>
    run(app.get(ReferenceImportService), file.value, command, sha256(bytes)),
  );
}

/** Reads a postcode file, says what it holds, and stores it with `--apply`; without its edition it is not stored. */
async function importPostcodes(
  postcodes: PostcodeService,
  { path, apply, source, vintage }: Command,
): Promise<number> {
  const file = await postcodes.read(path);
  if (!file.ok) return refused(file.problems);
  if (apply && vintage === '')
    return refused([
      {
        code: 'REQUIRED',
        field: 'vintage',
        message: 'The edition of the postcode file is not named.',
        mend: 'Add --vintage with the month of the edition: it is shown beside every postcode.',
      },
    ]);
  if (apply)
    await postcodes.store(SYSTEM, file.value, { fileName: basename(path), source, edition: vintage });
  const end = apply
    ? 'Stored; it takes the place of an older postcode file.'
    : 'This was a dry run: nothing was stored. Add --apply and --vintage EDITION to store it.';
  process.stdout.write(`${[...describePostcodes(file.value), end].join('\n')}\n`);
  return 0;
}

interface Command {
  readonly path: string;
  readonly apply: boolean;
  readonly source: string;
  readonly vintage: string;
}

function readCommand(argv: string[]): Command | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        apply: { type: 'boolean', default: false },
        source: { type: 'string', default: '' },
        vintage: { type: 'string', default: '' },
      },
    });
    const [path, ...rest] = positionals;
    return path === undefined || rest.length > 0 ? undefined : { path, ...values };
  } catch {
    return undefined;
  }
}

async function run(
  importer: ReferenceImportService,
  file: ReferenceFile,
  { path, apply, source, vintage }: Command,
  hash: string,
): Promise<number> {
  const result = apply
    ? await importer.apply(SYSTEM, file, { fileName: basename(path), sha256: hash, source, vintage })
    : await importer.plan(file);
  if (!result.ok) return refused(result.problems);
  const plan = result.value;
  const isNews = plan.added.length + plan.changed.length > 0;
  const end = !isNews
    ? 'There is nothing to change.'
    : apply
      ? 'Stored. A product that is running shows it after its next start.'
      : 'This was a dry run: nothing was stored. Add --apply to store it.';
  process.stdout.write(`${[...describePlan(plan), end].join('\n')}\n`);
  return 0;
}

function refused(problems: readonly Problem[]): number {
  for (const { message, mend } of problems) process.stderr.write(`${message} ${mend}\n`);
  process.stderr.write(
    `Nothing was stored: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.\n`,
  );
  return 1;
}
