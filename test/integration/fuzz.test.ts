import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verifyPlace } from '../support/audit-chain.js';
import { colleague, grant } from '../support/colleagues.js';
import { givenLink, rowCounts } from '../support/given.js';
import {
  faultsOf,
  hostileAddress,
  hostileCall,
  type HostileRequest,
  sendHostile,
} from '../support/hostile-requests.js';
import { MARKUP } from '../support/hostile-values.js';
import { Schema } from '../support/schema-walk.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { WHO } from '../support/who-may-call.js';

/** `npm run test:fuzz -- --inputs N --seed S` sets these. */
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 5000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
/** Requests under way at once. */
const LANES = 8;
/** Requests made up at once: a failure names its seed, so that it can be made again. */
const BATCH = 500;

/** Of strangers: what may be stored by somebody without an account and without a link. */
const STRANGERS_MAY_STORE =
  /^(session|audit_\w+|sign_in_link|outbox_message|change_\w+|invitation|response_draft|draft)$/;
/** Would end the session that the fuzzing goes on with. */
const ENDS_SESSION = ['signOut', 'revokeSession', 'revokeOtherSessions'];

describe(`${INPUTS} hostile requests`, () => {
  let place: Place;
  let server: TestServer;
  let schema: Schema;
  let token: string;
  /** How often each status came, with the code of the refusal. */
  const answers = new Map<string, number>();
  /** Hosts and ports that anything in this process reached out for: the requests themselves are to the server's. */
  const reached = new Set<string>();
  const noteReach = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    socket.on('connectionAttempt', (ip: string, port: number) => reached.add(`${ip}:${port}`));
  };
  beforeAll(async () => {
    place = await copyOfTemplate();
    const unlimited = {
      OPEN_REQUESTS_PER_MINUTE: '0',
      LINK_REQUESTS_PER_MINUTE: '0',
      ACCOUNT_REQUESTS_PER_MINUTE: '0',
    };
    server = await startAt(place, { CLIENT_DIR: undefined, ...unlimited });
    schema = await Schema.of(server);
    subscribe('net.client.socket', noteReach);
    token = /[\w-]{20,}/.exec(JSON.stringify(await givenLink(server)))?.[0] ?? '';
  });
  afterAll(async () => {
    // Whoever runs it by hand sees whether the inputs came further than the front door.
    if (process.env['FUZZ_INPUTS'] !== undefined)
      process.stdout.write(
        `${[...answers]
          .sort()
          .map(([what, count]) => `${what}: ${count}`)
          .join('\n')}\n`,
      );
    unsubscribe('net.client.socket', noteReach);
    await server.stop();
    await place.remove();
  });

  const routes = Object.keys(WHO).filter((what) => !/^(Query|Mutation) /.test(what));

  /** Sends so many requests of a kind; gives those whose answers have a fault. */
  async function fuzz(kind: fc.Arbitrary<HostileRequest>, count: number, cookie = ''): Promise<string[]> {
    const faults: string[] = [];
    for (let done = 0; done < count && faults.length < 20; done += BATCH) {
      const seed = SEED + done;
      const waiting = fc.sample(kind, { seed, numRuns: Math.min(BATCH, count - done) });
      const lane = async (): Promise<void> => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          const came = await sendHostile(server.url, next, cookie).catch((error: unknown) => String(error));
          const what = typeof came === 'string' ? 'no answer' : `${came.status}${codeOf(came.body)}`;
          answers.set(what, (answers.get(what) ?? 0) + 1);
          const found = typeof came === 'string' ? [came] : faultsOf(came, MARKUP);
          if (found.length > 0)
            faults.push(`${found.join(', ')} (seed ${seed}): ${JSON.stringify(next).slice(0, 1500)}`);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    }
    return faults;
  }

  const quarter = Math.ceil(INPUTS / 4);

  it('to addresses, by strangers, fail nothing and store nothing', { timeout: 3_600_000 }, async () => {
    const before = await rowCounts(server);
    expect(await fuzz(hostileAddress(routes, ['demo-2026', '2017-18', 'RW603', 'QOP']), quarter)).toEqual([]);
    expectSame(before, await rowCounts(server));
  });

  it('to GraphQL, by strangers, fail nothing and store nothing', { timeout: 3_600_000 }, async () => {
    const before = await rowCounts(server);
    expect(await fuzz(hostileCall(schema, []), quarter)).toEqual([]);
    expectSame(before, await rowCounts(server));
  });

  it('to addresses, with a link, fail nothing', { timeout: 3_600_000 }, async () => {
    expect(await fuzz(hostileAddress(routes, [token, 'comments', 'role', 'check']), quarter)).toEqual([]);
  });

  it('to GraphQL, by a survey lead and an administrator, fail nothing', { timeout: 3_600_000 }, async () => {
    for (const role of ['survey_lead', 'administrator'] as const) {
      const person = await colleague(server, `fuzzing-${role.replace('_', '-')}`, grant(role));
      expect(await fuzz(hostileCall(schema, ENDS_SESSION), Math.ceil(quarter / 2), person.cookie)).toEqual(
        [],
      );
      expect((await person.ask('{ viewer { signedIn } }')).data?.['viewer'].signedIn).toBe(true);
    }
  });

  it('make the server fetch nothing from where they point', () => {
    expect([...reached]).toEqual([new URL(server.url).host]);
  });

  it('leave prototypes alone, the product ready and the audit trail whole', async () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await server.get('/health/ready')).status).toBe(200);
    expect((await verifyPlace(place)).wrong).toBe('');
  });
});

/** The code of a refusal, in either shape. */
const codeOf = (body: string): string => {
  const code = /"code":"([A-Z_]+)"/.exec(body)?.[1];
  return code === undefined ? '' : ` ${code}`;
};

/** Nothing but what strangers may store has become more. */
function expectSame(before: Record<string, number>, after: Record<string, number>): void {
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  expect(changed.filter((table) => !STRANGERS_MAY_STORE.test(table))).toEqual([]);
}
