import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { afterEach, describe, expect, it } from 'vitest';

import { auditCheckProgram, ChainCheck } from '../../server/src/health/chain-check.js';
import { CONFIG, type Config } from '../../server/src/platform/config.js';
import { tamper } from '../support/audit-chain.js';
import { BUNDLE } from '../support/built-server.js';
import { givenForm } from '../support/cleaner.js';
import { givenRound, withInReach } from '../support/given.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';

const COMPILED = new URL('../../server/dist/health/chain-check.js', import.meta.url);
/** No rest at all, and one after which no test would still be there. */
const [AT_ONCE, HARDLY_EVER] = [0, 1_000_000];

describe('the thread that checks the audit trail', () => {
  let place: Place;
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await place.remove();
  });

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

  it('is ended by a stop, and says so to whoever waits; none is begun after it', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    const checks = withProgram(auditCheckProgram(BUNDLE.href));
    const asked = checks.compute(HARDLY_EVER);
    const told = expect(asked).rejects.toThrow('was ended');
    await checks.onModuleDestroy();
    await told;
    await expect(checks.compute(AT_ONCE)).rejects.toThrow('stops');
  });

  it('says what went wrong where it cannot begin', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    await expect(withProgram('/no/such/program.js').compute(AT_ONCE)).rejects.toThrow('no/such');
  });
});
