import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { it } from 'vitest';

const INSTALL =
  'Debian has them as `apt-get install --no-install-recommends pspp r-base-core unzip gdal-bin`.';

/** Whether a program is on this machine. */
const isThere = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/**
 * A test that needs a program which the product itself does not: skipped and counted where there is none, a failure
 * where `CI=true`, for there it must have been installed.
 */
export function itWith(
  program: 'pspp' | 'Rscript' | 'unzip' | 'ogr2ogr',
  name: string,
  test: () => void | Promise<void>,
): void {
  if (isThere(program)) it(name, test, 120_000);
  else if (process.env['CI'] === 'true')
    it(name, () => {
      throw new Error(`There is no ${program}, and with CI=true this test must run. ${INSTALL}`);
    });
  else it.skip(`${name} (there is no ${program}. ${INSTALL})`, test);
}

/** Files in a folder of their own, as somebody has them who unpacked a download. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'liaison-atlas-files-'));

  put(name: string, content: string | Buffer): void {
    writeFileSync(join(this.path, name), content);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** Runs a program here; gives what it said. @throws Error with its complaint when it fails */
  run(program: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}\n${stdout}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
