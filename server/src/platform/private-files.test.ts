import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { looseFiles, tightenFiles } from './private-files.js';

describe.skipIf(process.platform === 'win32')('files of DATA_DIR', () => {
  let folder = '';
  const at = (...names: string[]): string => join(folder, ...names);
  const modeOf = (path: string): number => statSync(path).mode & 0o777;
  const lay = (path: string, mode: number): void => {
    writeFileSync(path, 'x');
    chmodSync(path, mode);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-modes-'));
    chmodSync(folder, 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('that other accounts can read are named, and closed to them', () => {
    lay(at('liaison-atlas.sqlite'), 0o644);
    lay(at('liaison-atlas.sqlite-wal'), 0o640);
    lay(at('in-use.lock'), 0o600);
    lay(at('liaison-atlas.sqlite.before-2026-11-22T023000Z'), 0o644);
    mkdirSync(at('backups', '2026-11-22'), { recursive: true });
    for (const open of [at('backups'), at('backups', '2026-11-22')]) chmodSync(open, 0o755);
    lay(at('backups', '2026-11-22', 'store.sqlite'), 0o644);
    expect([...looseFiles(folder)].sort()).toEqual([
      at('backups'),
      at('backups', '2026-11-22'),
      at('backups', '2026-11-22', 'store.sqlite'),
      at('liaison-atlas.sqlite'),
      at('liaison-atlas.sqlite-wal'),
      at('liaison-atlas.sqlite.before-2026-11-22T023000Z'),
    ]);
    expect(tightenFiles(folder)).toEqual([]);
    expect(looseFiles(folder)).toEqual([]);
    expect(modeOf(at('liaison-atlas.sqlite'))).toBe(0o600);
    expect(modeOf(at('backups'))).toBe(0o700);
    expect(modeOf(at('backups', '2026-11-22', 'store.sqlite'))).toBe(0o600);
  });

  it('that are not of the product stay as they are', () => {
    lay(at('readme.txt'), 0o644);
    expect(tightenFiles(folder)).toEqual([]);
    expect(modeOf(at('readme.txt'))).toBe(0o644);
  });

  it('that cannot be looked at stop nothing', () => {
    mkdirSync(at('backups'));
    chmodSync(at('backups'), 0o755);
    symlinkSync('round', at('backups', 'round'));
    expect(tightenFiles(folder)).toEqual([]);
    expect(modeOf(at('backups'))).toBe(0o700);
  });

  it.skipIf(process.getuid?.() === 0)('in a folder of another account stop nothing', () => {
    mkdirSync(at('backups'));
    chmodSync(at('backups'), 0o070);
    expect(looseFiles(folder)).toEqual([at('backups')]);
  });

  it('a folder that is not there yet has none', () => expect(looseFiles(at('later'))).toEqual([]));
});
