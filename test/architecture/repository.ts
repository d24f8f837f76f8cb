import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Top folder of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** The text of a file, by its path from the top. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Names of the folders inside a folder, sorted. */
export const foldersIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => (a < b ? -1 : 1));

/** Names of the variables that the configuration reads, each once; those of the retention periods are read in a loop and not here. */
export const variablesRead = (): string[] => {
  const sources = readdirSync(join(root, 'server/src/platform')).filter((name) =>
    /^(config|\w+-settings)\.ts$/.test(name),
  );
  const texts = sources.map((name) => textOf(`server/src/platform/${name}`)).join('\n');
  return [...new Set([...texts.matchAll(/env\['([A-Z_]+)'\]/g)].map(([, name = '']) => name))];
};

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.nx', '.cache']);

/** Every file that belongs to the project, by its path from the top with `/`; what is built or installed is not. */
export function projectFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? projectFiles(path) : [path];
  });
}

/** What there is at a path from the top. */
export function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  const place = join(root, path);
  if (!existsSync(place)) return 'nothing';
  return statSync(place).isDirectory() ? 'folder' : 'file';
}

/** Runs one of the installed tools in the top folder and gives what it printed; throws when the tool fails. */
export const runTool = (name: string, ...args: readonly string[]): string =>
  execFileSync(join(root, 'node_modules/.bin', name), args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
