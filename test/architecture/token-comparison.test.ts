import { describe, expect, it } from 'vitest';

import { entities } from '../../server/src/database/entities.js';
import { getMetadataArgsStorage } from 'typeorm';
import { projectFiles, textOf } from './repository.js';

const sources = projectFiles('server/src')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }));

/** A secret from outside compared sign by sign: how long it takes tells how many of its first signs were right. */
const COMPARED =
  /(?<!typeof )\b\w*(?:[tT]oken|[sS]ecret|[cC]ookie)\b\s*[!=]==?\s*(?!undefined\b|null\b|'')[\w$`'"]/;

describe('a secret that somebody shows', () => {
  it('is compared with no operator: it is looked up by its hash, or compared in equal time', () => {
    expect(COMPARED.test('if (token === stored) return')).toBe(true);
    expect(sources.filter(({ text }) => COMPARED.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('is stored as a hash alone: no column holds a token as it is', () => {
    const columns = getMetadataArgsStorage()
      .columns.filter(({ target }) => (entities as readonly unknown[]).includes(target))
      .map(({ options }) => String(options.name))
      .filter((name) => /token|secret|password/.test(name));
    expect(columns.length).toBeGreaterThan(4);
    expect(columns.filter((name) => name !== 'token_hash')).toEqual([]);
  });

  it('is hashed on its way to every look-up', () => {
    // What stands after the column: a hash that is made there, one that was made before, or one that was stored.
    const unhashed = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\btokenHash:\s*([^,}\n]+)/g)]
        .map(([, value = '']) => value.trim())
        .filter((value) => !/sha256\(|[hH]ash|null|string|true/.test(value))
        .map((value) => `${file}: ${value}`),
    );
    expect(unhashed).toEqual([]);
  });

  it('of the monitor is compared in equal time, both sides hashed, so that neither sign nor length tells anything', () => {
    const main = sources.find(({ file }) => file.endsWith('create-app.ts'))!.text;
    expect(main).toMatch(
      /timingSafeEqual\(Buffer\.from\(sha256\(shown\)\), Buffer\.from\(sha256\(metricsToken\)\)\)/,
    );
  });
});
