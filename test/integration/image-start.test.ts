import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterEach, describe, expect, inject, it } from 'vitest';

import { readImage } from '../support/deployment-files.js';
import { freePort } from '../support/free-port.js';

const ROOT = join(import.meta.dirname, '../..');

/** Without a Docker engine: the image's own command, settings and health check, over just the files that it holds. */
describe.skipIf(inject('template').engine === 'postgres')('what the image holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-image-'));
  let child: ChildProcess | undefined;
  afterEach(async () => {
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts with its command, is found well by its health check, and ends in peace', async () => {
    const image = readImage();
    const app = join(folder, 'app');
    for (const path of image.copied) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      if (path === 'node_modules') symlinkSync(join(ROOT, path), join(app, path));
      else cpSync(join(ROOT, path), join(app, path), { recursive: true });
    }
    const port = await freePort();
    // The address is the machine's own, and so are port and folder; the rest is as in the image.
    const own = { PORT: String(port), DATA_DIR: join(folder, 'data'), HOST: '127.0.0.1' };
    const env = {
      PATH: process.env['PATH'] ?? '',
      ...image.env,
      ...own,
      PUBLIC_URL: 'https://atlas.example',
    };
    const [command = '', ...args] = image.command;
    child = spawn(command, args, { cwd: app, env, stdio: 'pipe' });
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    const [check = '', ...how] = image.healthCheck.filter((word) => word !== 'CMD');
    const isWell = (): boolean => spawnSync(check, how, { env, cwd: app }).status === 0;
    expect(isWell()).toBe(false);
    while (!isWell()) {
      if (child.exitCode !== null) throw new Error(`it ended (${child.exitCode}): ${said}`);
      await wait(200);
    }
    // Started by hand, without systemd's word for it.
    expect(statSync(own.DATA_DIR).mode & 0o777).toBe(0o700);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringMatching(/<html/)]);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [code, signal] = (await ended) as [number | null, string | null];
    expect(code === 0 || signal === 'SIGTERM').toBe(true);
    expect(isWell()).toBe(false);
  });
});
