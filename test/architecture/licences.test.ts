import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { root, textOf } from './repository.js';

/** Licences approved by the Open Source Initiative that the product's dependencies use; another one is a decision. */
const OSI = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
]);

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (folder: string): Package =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

/** Where Node finds a package from a folder: its own `node_modules` or that of a folder above. */
function find(name: string, from: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    const place = join(at, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return place;
    if (at === dirname(at) || at === root) return undefined;
  }
}

/** Folders of everything that server, client and shared need when they run; what only builds or tests is left out. */
function production(): Map<string, Package> {
  const found = new Map<string, Package>();
  const waiting = ['shared', 'server', 'client'].map((workspace) => join(root, workspace));
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const { dependencies = {}, optionalDependencies = {} } = read(folder);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = name.startsWith('@liaison-atlas/') ? undefined : find(name, folder);
      if (place === undefined) {
        const mayBeAbsent = name.startsWith('@liaison-atlas/') || name in optionalDependencies;
        if (!mayBeAbsent) throw new Error(`${name}, which ${folder} needs, is not installed`);
      } else if (!found.has(place)) {
        found.set(place, read(place));
        waiting.push(place);
      }
    }
  }
  return found;
}

const stated = ({ license, licenses }: Package): string =>
  typeof license === 'string'
    ? license
    : (license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? '');

/** The licence that a package states, or whose text it brings along where its `package.json` is silent. */
function licenceOf(folder: string, own: Package): string {
  const text = join(folder, 'LICENSE');
  if (stated(own) !== '' || !existsSync(text)) return stated(own);
  return readFileSync(text, 'utf8').startsWith('MIT License\n') ? 'MIT' : '';
}

/** Whether a licence expression can be met with OSI licences alone: all of an AND, one of an OR. */
const isOpenSource = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((part) => part.split(/\s+AND\s+/).every((one) => OSI.has(one.trim())));

describe('the licences of what the product runs on', () => {
  it('are all approved by the Open Source Initiative', () => {
    const packages = [...production()];
    expect(packages.length).toBeGreaterThan(100);
    const others = packages
      .filter(([folder, one]) => !isOpenSource(licenceOf(folder, one)))
      .map(([folder, one]) => `${one.name} ${one.version}: ${licenceOf(folder, one)}`);
    expect(others).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR WTFPL)', true],
    ['(MIT AND Zlib)', true],
    ['Hippocratic-2.1', false],
    ['(MIT AND Hippocratic-2.1)', false],
    ['', false],
  ])('%j would be told apart', (expression, expected) => {
    expect(isOpenSource(expression)).toBe(expected);
  });

  it('and of the product itself: Apache 2.0 in every workspace', () => {
    expect(textOf('LICENSE')).toContain('Apache License');
    for (const folder of ['.', 'shared', 'server', 'client', 'test'])
      expect(stated(read(join(root, folder))), folder).toBe('Apache-2.0');
  });
});
