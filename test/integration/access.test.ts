import { type Permission, type Role, ROLE_PERMISSIONS } from '@liaison-atlas/shared/access/permissions';
import { SCOPES_OF_ROLE, SURVEY_ID } from '@liaison-atlas/shared/access/scope';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { colleague, grant } from '../support/colleagues.js';
import { rowCounts } from '../support/given.js';
import { type Person, thePublic } from '../support/people.js';
import { Schema } from '../support/schema-walk.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { WHO } from '../support/who-may-call.js';

/** Arguments that exist, so that a refusal can only come from a check of access. */
const VALUES: Readonly<Record<string, unknown>> = {
  id: 'demo-2026',
  roundId: 'demo-2026',
  fromRoundId: 'demo-2026',
  toRoundId: 'demo-2026',
  indicator: 'iapt-in-reach',
  odsCode: 'RW603',
  text: 'Oldham',
  role: 'survey_lead',
};

/** Everybody who can stand before the product: the public, every role, and somebody whose last grant is gone. */
const ROLES = [...(Object.keys(ROLE_PERMISSIONS) as Role[]), 'no grant'] as const;
type Standing = (typeof ROLES)[number];

const mayCall = (role: Standing, permission: Permission): boolean =>
  role === 'no grant'
    ? ['Public', 'AnswerWithToken', 'OwnAccount'].includes(permission)
    : (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);

const PLACES = { survey: SURVEY_ID, round: 'demo-2026', region: 'Y56', hospital: 'RW603' } as const;

describe('access', () => {
  let server: TestServer;
  let schema: Schema;
  let times = 0;
  /** What came of each call, for the table at the end. */
  const outcomes = new Map<string, string>();

  beforeAll(async () => {
    server = await startServer();
    schema = await Schema.of(server);
  });
  afterAll(async () => {
    await server.stop();
    if (process.env['ACCESS_TABLE'] === '1') process.stdout.write(`\n\n${asTable(outcomes)}\n`);
  });

  /** Somebody of a role, with a session of their own: some operations end it. */
  const someone = async (role: Standing): Promise<Person> => {
    times += 1;
    if (role === 'public') return thePublic(server);
    if (role === 'no grant') return colleague(server, `nobody-${times}`);
    const kind = SCOPES_OF_ROLE[role][0]!;
    return colleague(server, `${role}-${times}`, grant(role, { kind, id: PLACES[kind] }));
  };

  /** Every route of the product as its controllers declare it. */
  const routes = (): string[] => {
    const parts = (value: unknown): string => String(value).replace(/^\/|\/$/g, '');
    return [...server.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.controllers.values()])
      .flatMap(({ metatype }) => {
        const controller = metatype as { readonly prototype: object };
        const base = parts(Reflect.getMetadata(PATH_METADATA, controller));
        return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
          const handler: unknown = Reflect.get(controller.prototype, name);
          if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
          const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
          const path = [base, parts(Reflect.getMetadata(PATH_METADATA, handler))].filter(
            (part) => part !== '',
          );
          return [`${method} ${path.join('/') === '*' ? '*' : `/${path.join('/')}`}`];
        });
      });
  };

  it('is decided for every operation and every route that the product has, and for no other', () => {
    const operations = (['Query', 'Mutation'] as const).flatMap((kind) =>
      schema.operations(kind).map(({ name }) => `${kind} ${name}`),
    );
    expect([...new Set([...operations, ...routes()])].sort()).toEqual(Object.keys(WHO).sort());
  });

  const cells = Object.entries(WHO).flatMap(([what, permission]) =>
    ROLES.map((role) => ({ what, role, permission, may: mayCall(role, permission) ? 'may' : 'may not' })),
  );

  it.each(cells)('$role $may call $what', async ({ what, role, permission }) => {
    const person = await someone(role);
    const before = await rowCounts(server);
    const refused = /^(GET|POST) /.test(what)
      ? await isRefusedAddress(what, person)
      : await isRefusedOperation(what, person);
    outcomes.set(`${what}|${role}`, refused ? '' : 'yes');
    expect(refused).toBe(!mayCall(role, permission));
    if (refused) expect(await rowCounts(server)).toEqual(before);
  });

  async function isRefusedOperation(what: string, person: Person): Promise<boolean> {
    const [kind, name] = what.split(' ') as ['Query' | 'Mutation', string];
    const field = schema.operations(kind).find((each) => each.name === name)!;
    const call = schema.callOf(kind === 'Query' ? 'query' : 'mutation', field, VALUES);
    return (await person.ask(call)).errors?.[0]?.extensions['code'] === 'FORBIDDEN';
  }

  async function isRefusedAddress(what: string, person: Person): Promise<boolean> {
    const [method = '', pattern = ''] = what.split(' ');
    const path = pattern
      .replace('*', '/rounds')
      .replace(':round', 'demo-2026')
      .replace(':version', '1.1')
      .replace(':file', 'summary.json')
      .replace(':frame', 'acute-ed-2018')
      .replace(':list', 'nobodys-list')
      .replace(':token', 'nobodys-token-nobodys-token')
      .replace(':page', 'role');
    const headers = 'cookie' in person ? { cookie: String(person.cookie) } : undefined;
    return (await fetch(server.url + path, { method, headers, redirect: 'manual' })).status === 403;
  }
});

/** The outcomes as a table: a line per operation, a column per role. */
function asTable(outcomes: ReadonlyMap<string, string>): string {
  const width = Math.max(...Object.keys(WHO).map((what) => what.length));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => cell.padEnd(at === 0 ? width : ROLES[at - 1]!.length)).join('  ');
  const rows = Object.keys(WHO).map((what) =>
    line([what, ...ROLES.map((role) => outcomes.get(`${what}|${role}`) ?? '?')]),
  );
  return [line(['May call', ...ROLES]), ...rows].join('\n');
}
