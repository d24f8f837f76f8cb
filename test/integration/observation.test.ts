import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';

import { tamper, verifyPlace } from '../support/audit-chain.js';
import { type Colleague, colleague, grant } from '../support/colleagues.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import {
  copyOfTemplate,
  emptyPlace,
  type Place,
  startAt,
  startServer,
  type TestServer,
} from '../support/start-server.js';

const TOKEN = 'a-secret-of-the-monitor-0123456789';
const SYSTEM = `{ system { version database migrations diskFree oldestDueMail
  mail { state count } tasks { what lastRun } auditCheck { at events breaks } backsUp backup { at } releases { roundId } } }`;
const CHECK = 'mutation { checkAudit { events breaks } }';

describe('what the product says of itself', () => {
  let server: TestServer;
  let administrator: Colleague;
  let lead: Colleague;
  beforeAll(async () => {
    server = await startServer({ METRICS_TOKEN: TOKEN });
    administrator = await colleague(server, 'admin', grant('administrator'));
    lead = await colleague(server, 'lead', grant('survey_lead'));
  });
  afterAll(() => server.stop());

  const metrics = async (headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) => {
    const answer = await server.get('/metrics', headers);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  /** The value of a metric, by its name with its labels. */
  const valueOf = (text: string, name: string): number | undefined => {
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length + 1));
  };

  it('is told to a monitor with the secret and to administrators, and to nobody else', async () => {
    expect((await metrics()).status).toBe(200);
    expect((await metrics({ cookie: administrator.cookie })).status).toBe(200);
    for (const headers of [
      {},
      { authorization: 'Bearer' },
      { authorization: `Bearer ${TOKEN}x` },
      { authorization: TOKEN },
      { cookie: lead.cookie },
    ] as Record<string, string>[]) {
      const { status, text } = await metrics(headers);
      expect(status).toBe(403);
      expect(text).not.toContain('atlas_');
    }
  });

  it.each(['{ people { id } }', SYSTEM, CHECK])(
    'the secret of the monitor does not open %s',
    async (query) => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify({ query }),
      });
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    },
  );

  it('counts requests under their declared address, so that no token becomes a label', async () => {
    const team = new LiaisonTeam(server, await givenLink(server));
    await team.submit(withoutInReach('RW603'));
    await server.get('/r/somebodys-secret-token');
    await server.get('/made-up-address-77');
    await server.get('/open/v1/rounds/demo-2026/summary.json?secret=in-the-query');
    const { text, headers } = await metrics();
    expect(headers.get('content-type')).toMatch(/^text\/plain.*version=0\.0\.4/);
    expect(text).not.toMatch(/somebodys-secret|made-up-address|in-the-query/);
    const counted =
      /^atlas_http_request_duration_seconds_count\{method="GET",route="([^"]+)",status="200"\} (\d+)$/gm;
    const routes = new Map([...text.matchAll(counted)].map(([, route, count]) => [route, Number(count)]));
    expect(
      [...routes.keys()].filter((route) => /^\/open\/v1\/rounds\/:\w+\/:\w+$/.test(String(route))),
    ).not.toEqual([]);
    expect([...routes.values()].every((count) => count >= 1)).toBe(true);
  });

  it('says how the outbox, the database and the releases are', async () => {
    const { text } = await metrics();
    expect(valueOf(text, 'atlas_database_up')).toBe(1);
    expect(valueOf(text, 'atlas_database_size_bytes')).toBeGreaterThan(100_000);
    expect(valueOf(text, 'atlas_outbox_messages{state="in_doubt"}')).toBe(0);
    expect(valueOf(text, 'atlas_outbox_oldest_due_seconds')).toBeGreaterThanOrEqual(0);
    expect(valueOf(text, 'atlas_release_age_seconds{round="2017-18"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(text).toMatch(/atlas_build_info\{version="[^"]+",mode="demo",database="(sqlite|postgresql)"\} 1/);
  });

  it('shows an administrator version, database, mail, disk, tasks and releases', async () => {
    const { data } = await administrator.ask(SYSTEM);
    const { system } = data as { system: Record<string, any> };
    expect(system['database']).toMatch(
      inject('template').engine === 'sqlite' ? /^SQLite 3\./ : /^PostgreSQL 1\d/,
    );
    expect(system['migrations']).toBeGreaterThan(10);
    expect(system['diskFree']).toBeGreaterThan(0);
    expect(system['tasks'].length).toBeGreaterThanOrEqual(3);
    // They begin with the start, and end when they end.
    const lastRuns = async (): Promise<string[]> =>
      (await administrator.ask(SYSTEM)).data?.['system'].tasks.map(
        ({ lastRun }: { lastRun: string }) => lastRun,
      );
    await expect
      .poll(async () => (await lastRuns()).filter((lastRun) => !/^20\d\d-/.test(lastRun)))
      .toEqual([]);
    expect(system['releases'].map(({ roundId }: { roundId: string }) => roundId)).toContain('2017-18');
  });

  it('refuses everybody else, and holds nobody back from reading on', async () => {
    const { errors } = await lead.ask(SYSTEM);
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await server.send(CHECK)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('gives every answer an id of its own, whoever asks', async () => {
    const ids = await Promise.all(
      ['/health/live', '/open/v1/rounds', '/nowhere', '/graphql'].map(async (path) =>
        (await server.get(path, { 'x-request-id': 'mine' })).headers.get('x-request-id'),
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\w-]{36}$/);
  });

  it('is live and ready', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const answer = await server.get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toEqual({ status: 'ok' });
    }
  });
});

describe('files of DATA_DIR', () => {
  let place: Place;
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await place.remove();
  });

  it('that were open to other accounts are closed at a start; those opened since are named', async () => {
    place = await copyOfTemplate();
    const folder = join(place.env['DATA_DIR']!, 'sign-in-links');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    server = await startAt(place);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const administrator = await colleague(server, 'admin', grant('administrator'));
    const loose = async (): Promise<unknown> =>
      (await administrator.ask('{ system { looseFiles } }')).data?.['system'].looseFiles;
    expect(await loose()).toEqual([]);
    chmodSync(folder, 0o750);
    expect(await loose()).toEqual([folder]);
  });

  it.skipIf(inject('template').engine === 'postgres')(
    'that a command makes are readable by its account alone, whatever the shell says',
    async () => {
      place = await emptyPlace();
      const dataDir = join(place.env['DATA_DIR']!, 'later');
      const server = join(import.meta.dirname, '../../server');
      const tool = `umask 022; exec "$0" ../node_modules/vite-node/dist/cli.mjs --config vite-node.config.ts src/cli/main.ts "$@"`;
      const env = { ...process.env, NODE_OPTIONS: '', MODE: 'demo', ...place.env, DATA_DIR: dataDir };
      const { status } = spawnSync('sh', ['-c', tool, process.execPath, 'migrate'], { cwd: server, env });
      const files = existsSync(dataDir) ? readdirSync(dataDir) : [];
      expect([status, files.length > 0]).toEqual([0, true]);
      for (const path of ['', ...files]) expect(statSync(join(dataDir, path)).mode & 0o077).toBe(0);
    },
  );
});

describe('a check of the audit trail', () => {
  let place: Place;
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await place.remove();
  });
  const check = async (): Promise<{ events: number; breaks: number }> => {
    const { data } = await (await colleague(server!, 'admin', grant('administrator'))).ask(CHECK);
    return data?.['checkAudit'];
  };

  it('is noted in the trail, and the trail stays whole', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    const administrator = await colleague(server, 'admin', grant('administrator'));
    expect((await administrator.ask(SYSTEM)).data?.['system'].auditCheck).toBeNull();
    const { data } = await administrator.ask(CHECK);
    expect(data?.['checkAudit']).toMatchObject({ breaks: 0 });
    expect((await administrator.ask(SYSTEM)).data?.['system'].auditCheck).toMatchObject({
      events: data?.['checkAudit'].events,
      breaks: 0,
    });
    await server.stop();
    server = undefined;
    expect((await verifyPlace(place)).code).toBe(0);
    // Somebody else's check is known after a restart.
    server = await startAt(place, { METRICS_TOKEN: TOKEN });
    const text = await (await server.get('/metrics', { authorization: `Bearer ${TOKEN}` })).text();
    expect(text).toMatch(/^atlas_audit_breaks 0$/m);
  });

  it('finds an event that was changed behind the product’s back, and says so to a monitor', async () => {
    place = await copyOfTemplate();
    await tamper(place, `UPDATE audit_event SET actor_id = 'somebody' WHERE seq = 1`);
    server = await startAt(place, { METRICS_TOKEN: TOKEN });
    expect((await check()).breaks).toBeGreaterThan(0);
    const text = await (await server.get('/metrics', { authorization: `Bearer ${TOKEN}` })).text();
    expect(text).toMatch(/^atlas_audit_breaks [1-9]/m);
  });
});

describe('traces', () => {
  let collector: Server;
  let server: TestServer | undefined;
  const received: string[] = [];
  beforeAll(async () => {
    collector = createServer((request, answer) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        received.push(`${request.url}\n${body}`);
        answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => collector.close(resolve)));

  it('are sent when a collector is named: request and what it stored, in the caller’s trace, without a token', async () => {
    const { port } = collector.address() as AddressInfo;
    server = await startServer({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const link = await givenLink(server);
    await server.get('/open/v1/rounds', { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
    await new LiaisonTeam(server, link).submit(withoutInReach('RW603'));
    await server.stop();
    const sent = received.join('\n');
    expect(sent).toMatch(/^\/v1\/traces\n/);
    const spans = received
      .flatMap((each) => JSON.parse(each.slice(each.indexOf('\n') + 1)).resourceSpans)
      .flatMap(({ scopeSpans }: any) => scopeSpans)
      .flatMap((scope: any) => scope.spans) as {
      name: string;
      traceId: string;
      spanId: string;
      parentSpanId?: string;
    }[];
    expect(spans.find(({ name }) => name === 'GET /open/v1/rounds')).toMatchObject({
      traceId: trace,
      parentSpanId: '00f067aa0ba902b7',
    });
    const stored = spans.filter(({ name }) => name === 'unit of work');
    const requests = new Set(spans.filter(({ name }) => name.startsWith('POST')).map(({ spanId }) => spanId));
    expect(stored.some(({ parentSpanId = '' }) => requests.has(parentSpanId))).toBe(true);
    const token = /[\w-]{20,}/.exec(JSON.stringify(link))?.[0] ?? 'no token found';
    expect(sent).not.toContain(token);
  });
});
