import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PERMISSIONS } from '@liaison-atlas/shared/access/permissions';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ALLOW } from '../../server/src/access/allow.decorator.js';
import { createApp } from '../../server/src/create-app.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { resolvers } from '../../server/src/resolvers.js';

/** Metadata keys of Nest: what makes a method an operation or a route. */
const OPERATION = 'graphql:resolver_type';
const ROUTE_METHOD = 'method';

type Class = abstract new (...args: never[]) => unknown;
interface Member {
  readonly name: string;
  readonly handler: (...args: never[]) => unknown;
}

/** The methods of a class, those it inherits included, since a route may be inherited too. */
function membersOf(type: Class): Member[] {
  const members: Member[] = [];
  for (
    let at = type.prototype as object | null;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  )
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (typeof value === 'function' && key !== 'constructor')
        members.push({ name: `${type.name}.${key}`, handler: value as Member['handler'] });
  return members;
}

const operationOf = ({ handler }: Member): unknown => Reflect.getMetadata(OPERATION, handler);
const isOperation = (member: Member): boolean =>
  ['Query', 'Mutation', 'Subscription'].includes(String(operationOf(member)));
const isRoute = ({ handler }: Member): boolean => Reflect.hasMetadata(ROUTE_METHOD, handler);
const allowed = ({ handler }: Member): unknown => Reflect.getMetadata(ALLOW, handler);

const known: readonly unknown[] = PERMISSIONS;
const isGuarded = (member: Member): boolean => {
  const permissions = allowed(member);
  return (
    Array.isArray(permissions) && permissions.length > 0 && permissions.every((one) => known.includes(one))
  );
};

describe('everything that can be called from outside', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-guards-'));
  let app: NestFastifyApplication;
  const served = { resolvers: new Set<Class>(), controllers: new Set<Class>() };

  beforeAll(async () => {
    const config = loadConfig({ DATA_DIR: dataDir, MODE: 'production', LOG_LEVEL: 'silent', CLIENT_DIR: '' });
    app = await createApp(config);
    await app.init();
    for (const module of app.get(ModulesContainer).values()) {
      for (const { metatype } of module.controllers.values())
        if (typeof metatype === 'function') served.controllers.add(metatype as Class);
      for (const { metatype } of module.providers.values())
        if (typeof metatype === 'function' && Reflect.hasMetadata(OPERATION, metatype))
          served.resolvers.add(metatype as Class);
    }
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('every GraphQL operation says who may call it', () => {
    const operations = [...served.resolvers].flatMap(membersOf).filter(isOperation);
    expect(operations.length).toBeGreaterThan(10);
    expect(operations.filter((member) => !isGuarded(member)).map(({ name }) => name)).toEqual([]);
  });

  it('every address says who may call it', () => {
    const routes = [...served.controllers].flatMap(membersOf).filter(isRoute);
    expect(routes.length).toBeGreaterThan(8);
    expect(routes.filter((member) => !isGuarded(member)).map(({ name }) => name)).toEqual([]);
  });

  it('a class with one unguarded operation would be found', () => {
    class Careless {
      forgotten(): void {}
    }
    Reflect.defineMetadata(
      OPERATION,
      'Mutation',
      Object.getOwnPropertyDescriptor(Careless.prototype, 'forgotten')?.value as object,
    );
    const [member] = membersOf(Careless).filter(isOperation);
    expect(member && isGuarded(member)).toBe(false);
  });

  it('the list that the schema is printed from is what the product serves', () => {
    const names = (classes: Iterable<Class>): string[] =>
      [...classes].map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1));
    expect(names(resolvers)).toEqual(names(served.resolvers));
  });

  it('only these changes are open to people who have not signed in', () => {
    const open = [...served.resolvers]
      .flatMap(membersOf)
      .filter(
        (member) => operationOf(member) === 'Mutation' && (allowed(member) as unknown[]).includes('Public'),
      )
      .map(({ name }) => name)
      .sort((a, b) => (a < b ? -1 : 1));
    expect(open).toEqual([
      'DemoAnswerResolver.openDemoAnswer',
      'PrivacyResolver.confirmAddress',
      'RegisterReadersResolver.askTeam',
      'RegisterReadersResolver.sendCorrection',
      'SignInResolver.confirmSignIn',
      'SignInResolver.requestSignIn',
      'ViewerResolver.signInToDemo',
      'ViewerResolver.signOut',
    ]);
  });
});
