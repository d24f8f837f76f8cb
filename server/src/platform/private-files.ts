import { chmodSync, existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a mode lets other accounts do: the bits of group and of everybody. */
const OTHERS = 0o077;
/** What the product lays into `DATA_DIR`, a database that a restore put aside included; whatever else lies there is somebody else's, and is left as it is. */
const OWN =
  /^(liaison-atlas\.sqlite(\.before-[\w-]+)?(-wal|-shm|-journal)?|in-use\.lock|sign-in-links|backups)$/;

/**
 * From here on every file and folder that this process makes is readable by its own account alone, SQLite's files included,
 * whatever the shell that started it says. Called first of all by whatever starts the product or a tool.
 */
export const makeFilesPrivate = (): void => void process.umask(OTHERS);

/**
 * Takes from other accounts what they could do with the product's files in a folder, as an earlier version or a copy may have
 * left them.
 * @returns paths that other accounts can still reach since this account may not change them
 */
export function tightenFiles(dataDir: string): readonly string[] {
  return looseFiles(dataDir).filter((path) => {
    try {
      chmodSync(path, statSync(path).mode & ~OTHERS & 0o777);
      return false;
    } catch {
      return true;
    }
  });
}

/** The product's files and folders in `DATA_DIR` that other accounts can reach; on Windows, which has no such modes, none. */
export function looseFiles(dataDir: string): readonly string[] {
  if (process.platform === 'win32' || !existsSync(dataDir)) return [];
  const own = readdirSync(dataDir).filter((name) => OWN.test(name));
  return own.flatMap((name) => looseBelow(join(dataDir, name)));
}

function looseBelow(path: string): string[] {
  // A file may go while it is looked for, such as the log of a database that is being closed.
  const found = lookAt(path);
  if (found === undefined) return [];
  const own = (found.mode & OTHERS) === 0 ? [] : [path];
  if (!found.isDirectory()) return own;
  // Nobody else gets into a folder that is closed, whatever lies in it.
  if (own.length === 0) return [];
  return [...own, ...namesIn(path).flatMap((name) => looseBelow(join(path, name)))];
}

/** Nothing of a folder that this account may not look into: that it is open to others is told, and stops no start. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** undefined = it is gone, or leads nowhere. */
function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
