import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Config } from '../platform/config.js';
import { AppFiles } from './app-files.service.js';

describe('the files of the built client', () => {
  let clientDir = '';
  let files: AppFiles;
  const build = (hash: string): void => {
    rmSync(join(clientDir, 'app'), { recursive: true, force: true });
    mkdirSync(join(clientDir, 'app', 'assets'), { recursive: true });
    writeFileSync(join(clientDir, 'app', 'index.html'), `<script src="/assets/app-${hash}.js"></script>`);
    writeFileSync(join(clientDir, 'app', 'assets', `app-${hash}.js`), `say('${hash}')`);
  };
  const read = async (path: string): Promise<string | undefined> =>
    (await files.find(path))?.plain.toString();
  beforeEach(() => {
    clientDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-client-'));
    build('one');
    files = new AppFiles({ clientDir } as Config);
  });
  afterEach(() => rmSync(clientDir, { recursive: true, force: true }));

  it('are found by their addresses, and nothing else is', async () => {
    expect(await read('/assets/app-one.js')).toBe(`say('one')`);
    expect(await read('/assets/nothing.js')).toBeUndefined();
    expect(await read('/../app/index.html')).toBeUndefined();
  });

  it('that a later build replaced are not there any more, and those of the new page are', async () => {
    expect(await read('/index.html')).toContain('app-one');
    build('two');
    expect(await read('/assets/app-one.js')).toBeUndefined();
    expect(await read('/index.html')).toContain('app-two');
    expect(await read('/assets/app-two.js')).toBe(`say('two')`);
  });

  it('are found once a build is in place, also by whoever asked while there was none', async () => {
    expect(await read('/index.html')).toContain('app-one');
    rmSync(join(clientDir, 'app'), { recursive: true });
    expect(await read('/assets/app-one.js')).toBeUndefined();
    expect(await read('/index.html')).toBeUndefined();
    build('two');
    await expect.poll(() => read('/index.html'), { timeout: 30_000 }).toContain('app-two');
    expect(await read('/assets/app-two.js')).toBe(`say('two')`);
  });
});
