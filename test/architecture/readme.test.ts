import { describe, expect, it } from 'vitest';

import { RETENTION } from '../../shared/src/privacy/retention.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { linksOf, tableBelow } from './markdown.js';
import { foldersIn, kindOf, textOf, variablesRead } from './repository.js';

const readme = textOf('README.md');
const manifest = JSON.parse(textOf('package.json')) as {
  engines: { node: string };
  scripts: Record<string, string>;
  workspaces: string[];
};

/** The names of the variables that `loadConfig` looks at. */
const variables = variablesRead()
  // Read in a loop, by the names that the periods give them.
  .concat(RETENTION.map(({ setting }) => setting))
  .filter((name, at, all) => all.indexOf(name) === at)
  .sort((a, b) => (a < b ? -1 : 1));

describe('the README', () => {
  it('names every module of shared and server once, and no other', () => {
    const rows = tableBelow(readme, 'Modules').map(([name]) => name);
    const folders = new Set([...foldersIn('shared/src'), ...foldersIn('server/src')]);
    expect([...rows].sort()).toEqual([...folders].sort());
  });

  it('says of every module in which workspaces it is', () => {
    const wrong = tableBelow(readme, 'Modules').filter(([name = '', shared = '', server = '']) =>
      [shared, server].some((cell, at) => {
        const folder = `${at === 0 ? 'shared' : 'server'}/src/${name}`;
        return (kindOf(folder) === 'folder') !== linksOf(cell).some(({ target }) => target === folder);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('shows the four workspaces', () => {
    const shown = linksOf(readme).map(({ target }) => target.replace(/\/$/, ''));
    expect(shown).toEqual(expect.arrayContaining(manifest.workspaces));
  });

  it('uses no command that package.json does not have', () => {
    const used = [...readme.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, plain]) => run ?? plain ?? '',
    );
    expect(used).toEqual(expect.arrayContaining(['start', 'test']));
    expect(used.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('follows one answer through files that are there, and at least eight of them', () => {
    const start = readme.indexOf('## Follow one answer');
    const files = linksOf(readme.slice(start, readme.indexOf('\n## ', start + 1))).map(
      ({ target }) => target,
    );
    expect(files.length).toBeGreaterThanOrEqual(8);
    expect(files.filter((path) => kindOf(path) !== 'file')).toEqual([]);
  });
});

describe('every module', () => {
  it.each([
    ...foldersIn('shared/src').map((name) => `shared/src/${name}`),
    ...foldersIn('server/src').map((name) => `server/src/${name}`),
  ])('%s says in a README what it is for', (folder) => {
    expect(kindOf(`${folder}/README.md`)).toBe('file');
  });
});

describe('the configuration table', () => {
  const rows = tableBelow(readme, 'Configuration');

  it('has every variable that the product reads, and no other', () => {
    expect(variables).toContain('PORT');
    expect(rows.map(([name]) => name).sort()).toEqual(variables);
  });

  it('has the defaults that hold when nothing is set', () => {
    const written = Object.fromEntries(
      rows.flatMap(([name = '', standard = '']) =>
        standard === '' || standard === 'none' ? [] : [[name, standard]],
      ),
    );
    expect(Object.keys(written).length).toBeGreaterThan(4);
    // The table names the address that follows from host and port; whoever sets it has said so.
    expect({ ...loadConfig({ ...written, CLIENT_DIR: '' }), isPublicUrlSet: false }).toEqual(
      loadConfig({ CLIENT_DIR: '' }),
    );
    expect(loadConfig({}).clientDir.replaceAll('\\', '/')).toMatch(
      new RegExp(`${written['CLIENT_DIR'] ?? 'absent'}$`),
    );
  });

  it('is the one of .env.example', () => {
    const example = textOf('.env.example');
    const named = [...example.matchAll(/^#? ?([A-Z_]+)=(.*)$/gm)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    expect(named.map(([name]) => name).sort()).toEqual(variables);
    expect(() => loadConfig(Object.fromEntries(named))).not.toThrow();
  });
});

describe('the versions of Node', () => {
  const range = />=(\d+)\.(\d+) <(\d+)/.exec(manifest.engines.node);
  const [, major = '', minor = '', below = ''] = range ?? [];

  it('that package.json accepts are those the README asks for', () => {
    expect(readme).toContain(`Node ${major}.${minor} to ${Number(below) - 1}`);
  });

  it('that the start script accepts are the same', () => {
    const script = textOf('server/prepare.mjs');
    expect(script).toContain(`Node ${major}.${minor} to ${Number(below) - 1}`);
    expect(script).toContain(
      `major > ${Number(below) - 1} || major < ${major} || (major === ${major} && minor < ${minor})`,
    );
  });

  it('include the one of .nvmrc', () => {
    const wanted = Number(textOf('.nvmrc').trim().replace(/^v/, '').split('.')[0]);
    expect(wanted).toBeGreaterThanOrEqual(Number(major));
    expect(wanted).toBeLessThan(Number(below));
  });
});
