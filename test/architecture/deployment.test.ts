import { RETENTION } from '@liaison-atlas/shared/privacy/retention';
import { describe, expect, it } from 'vitest';

import { loadConfig } from '../../server/src/platform/config.js';
import { SECRETS } from '../../server/src/platform/secret-files.js';
import {
  envOf,
  readCompose,
  readImage,
  readRoles,
  readRoleSettings,
  readUnit,
} from '../support/deployment-files.js';
import { kindOf, textOf, variablesRead } from './repository.js';

const image = readImage();
const { atlas, db } = readCompose();
const unit = readUnit();
/** The variables that the product reads, and the one that Node reads. */
const known = new Set(['NODE_ENV', ...RETENTION.map(({ setting }) => setting), ...variablesRead()]);
/** Variables whose value nobody may read in a repository. */
const SECRET = new RegExp(`PASSWORD|SECRET|TOKEN|_KEY|${SECRETS.join('|')}`);

describe('the image', () => {
  it('runs as somebody who is not root, with what was built in an earlier stage', () => {
    expect(image.user).toBe('node');
    expect(image.all.filter((one) => one.getKeyword() === 'FROM').length).toBeGreaterThan(1);
    expect(image.all.some((one) => /:latest\b/.test(one.toString()))).toBe(false);
  });

  it('sets only what the product reads, and no secret', () => {
    expect(Object.keys(image.env).filter((name) => !known.has(name))).toEqual([]);
    expect(Object.keys(image.env).filter((name) => SECRET.test(name))).toEqual([]);
    expect(
      image.all.filter((one) => ['ARG', 'ENV'].includes(one.getKeyword()) && SECRET.test(one.toString())),
    ).toEqual([]);
    expect(() => loadConfig({ ...image.env, PUBLIC_URL: 'https://atlas.example' })).not.toThrow();
  });

  it('listens where it says, and is asked whether it is well at an address that exists', () => {
    expect(image.ports).toEqual([image.env['PORT']]);
    const asked = /\/(health)\/(\w+)/.exec(image.healthCheck.join(' '));
    const controller = textOf('server/src/health/health.controller.ts');
    expect(controller).toContain(`@Controller('${asked?.[1]}')`);
    expect(controller).toContain(`@Get('${asked?.[2]}')`);
  });

  it('is given neither settings nor data of whoever builds it', () => {
    const ignored = textOf('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', 'data', '.git', '**/node_modules', '**/dist']));
  });

  it('holds places that are there once it is built', () => {
    const sources = image.copied.filter((path) => !/dist$|^node_modules$/.test(path));
    expect(sources.length).toBeGreaterThan(3);
    expect(sources.filter((path) => kindOf(path) === 'nothing')).toEqual([]);
  });
});

describe('the compose file', () => {
  it('runs the image as it is: no other command, no other user, nothing that can be written but its volumes', () => {
    expect(atlas).not.toHaveProperty('command');
    expect(atlas).not.toHaveProperty('entrypoint');
    expect(atlas).not.toHaveProperty('user');
    expect(atlas).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect([atlas?.privileged, db?.privileged]).toEqual([undefined, undefined]);
    for (const folder of [image.env['DATA_DIR'], atlas?.environment['BACKUP_DIR']])
      expect(atlas?.volumes?.some((volume) => volume.endsWith(`:${folder}`))).toBe(true);
  });

  it('sets only what the product reads, and takes every secret from outside', () => {
    expect(Object.keys(atlas?.environment ?? {}).filter((name) => !known.has(name))).toEqual([]);
    for (const service of [atlas, db])
      for (const [name, value] of Object.entries(service?.environment ?? {}))
        if (SECRET.test(name)) expect(value).toMatch(/\$\{[A-Z_]+(:[?-][^}]*)?\}/);
  });

  it('passes on what an operator may want to set, and starts when nobody sets it', () => {
    const settings = atlas?.environment ?? {};
    // What the image knows already, and the volumes.
    const own = /^(NODE_ENV|PORT|HOST|MODE|DATA_DIR|CLIENT_DIR|LOG_LEVEL|PG_TOOLS|BACKUP_\w+)$/;
    expect([...known].filter((name) => !own.test(name) && !(name in settings))).toEqual([]);
    const unset = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [
        name,
        value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'https://atlas.example'),
      ]),
    );
    const { DATABASE_URL: _, MIGRATE_DATABASE_URL: _owner, READ_DATABASE_URL: _read, ...others } = unset;
    expect(() => loadConfig({ ...image.env, ...others })).not.toThrow();
  });

  it('works on its database with three roles that the database makes, none of them its superuser', () => {
    const roleOf = (name: string): string =>
      /postgresql:\/\/(\w+):/.exec(atlas?.environment[name] ?? '')?.[1] ?? '';
    const used = ['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'READ_DATABASE_URL'].map(roleOf);
    const settings = readRoleSettings();
    const made = readRoles(Object.fromEntries([...settings.keys()].map((name) => [name, 'x'])));
    expect(used.toSorted()).toEqual(
      [...made.matchAll(/CREATE ROLE (\w+) LOGIN NOSUPERUSER/g)].map(([, role]) => role).toSorted(),
    );
    expect(new Set(used).size).toBe(3);
    expect(used).not.toContain(db?.environment['POSTGRES_USER']);
    for (const from of settings.values()) expect(db?.environment).toHaveProperty(from);
    for (const file of ['make-roles.sh:/docker-entrypoint-initdb.d/', 'make-roles.sql:/make-roles.sql'])
      expect(db?.volumes?.some((volume) => volume.startsWith(`./deploy/${file}`))).toBe(true);
  });

  it('shows the product to this machine only, and the database to nobody', () => {
    expect(atlas?.ports).toEqual([`127.0.0.1:3000:${image.env['PORT']}`]);
    expect(db).not.toHaveProperty('ports');
    expect(db?.image).toMatch(/^postgres:\d+$/);
  });
});

describe('the systemd unit', () => {
  it('starts what the image starts, as nobody in particular, in a system that it cannot change', () => {
    const [node, ...args] = (unit.get('ExecStart') ?? '').split(' ');
    expect(node).toMatch(/\/node$/);
    expect(args).toEqual(image.command.slice(1));
    expect(Object.fromEntries(unit)).toMatchObject({
      DynamicUser: 'yes',
      ProtectSystem: 'strict',
      NoNewPrivileges: 'yes',
    });
  });

  it('keeps secrets in a file of their own, and sets only what the product reads', () => {
    const env = envOf(unit.get('Environment') ?? '');
    expect(unit.get('EnvironmentFile')).toBe('/etc/liaison-atlas.env');
    expect(Object.keys(env).filter((name) => !known.has(name) || SECRET.test(name))).toEqual([]);
    expect(env['DATA_DIR']).toBe(`/var/lib/${unit.get('StateDirectory')}`);
    expect(() => loadConfig(env)).not.toThrow();
  });
});
