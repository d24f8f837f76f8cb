import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { AuditCheckService } from '../../server/src/health/audit-check.service.js';
import { auditCheckProgram, ChainCheck } from '../../server/src/health/chain-check.js';
import { CONFIG, type Config } from '../../server/src/platform/config.js';
import { tamper } from '../support/audit-chain.js';
import { BUNDLE } from '../support/built-server.js';
import { givenForm } from '../support/cleaner.js';
import { givenRound, withInReach } from '../support/given.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';

const COMPILED = new URL('../../server/dist/health/chain-check.js', import.meta.url);
/** No rest. */
const AT_ONCE = 0;

describe('the thread that checks the audit trail', () => {
  let folder: string;
  let place: Place;
  let server: TestServer | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-audit-'));
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await place.remove();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A thread that is never done. */
  const endless = (): string => {
    const file = join(folder, 'endless.mjs');
    writeFileSync(file, 'setInterval(() => undefined, 1000);');
    return file;
  };

  const withProgram = (program: string | null): ChainCheck => {
    class Given extends ChainCheck {
      protected override readonly program = program;
    }
    return new Given(server!.reader, server!.app.get<Config>(CONFIG));
  };

  it('lies beside the bundle and beside the compiled modules, and finds what the server itself would', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    await givenForm(server, await givenRound(server, 'audited-beside'), withInReach('RW603'));
    const here = await withProgram(null).compute(AT_ONCE);
    expect(here).toEqual({ count: expect.any(Number), breaks: [] });
    expect(here.count).toBeGreaterThan(2);
    for (const beside of [BUNDLE, COMPILED]) {
      expect(existsSync(beside), `${fileURLToPath(beside)}: run "npm run build" first`).toBe(true);
      expect(await withProgram(auditCheckProgram(beside.href)).compute(AT_ONCE)).toEqual(here);
    }
  });

  it('finds an event that was changed behind the product’s back', async () => {
    place = await copyOfTemplate();
    await tamper(place, `UPDATE audit_event SET actor_id = 'somebody' WHERE seq = 1`);
    server = await startAt(place);
    const found = await withProgram(auditCheckProgram(BUNDLE.href)).compute(AT_ONCE);
    expect(found.breaks).toMatchObject([{ seq: 1 }]);
    expect(found).toEqual(await withProgram(null).compute(AT_ONCE));
  });

  it('is ended by a stop of the server, which does not wait for it, and says so to whoever does', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    const chain = server.app.get(ChainCheck);
    Object.assign(chain, { program: endless() });
    // As the timer has it done; what fails of it is logged.
    const checks = server.app.get(AuditCheckService);
    Object.assign(checks, { checking: checks.checkWhenDue() });
    await expect.poll(() => (chain as unknown as { threads: Set<unknown> }).threads.size).toBe(1);
    const asked = expect(checks.check()).rejects.toThrow('was ended');
    await server.stop();
    server = undefined;
    await asked;
    await expect(chain.compute(AT_ONCE)).rejects.toThrow('stops');
  });

  it('is one for all who ask for the same at the same time', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    const chain = withProgram(endless());
    const both = [chain.compute(AT_ONCE), chain.compute(AT_ONCE)];
    expect((chain as unknown as { threads: Set<unknown> }).threads.size).toBe(1);
    const told = Promise.all(both.map((each) => expect(each).rejects.toThrow('was ended')));
    await chain.stop();
    await told;
  });

  it('says what went wrong where it cannot begin', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    await expect(withProgram('/no/such/program.js').compute(AT_ONCE)).rejects.toThrow('no/such');
  });
});
