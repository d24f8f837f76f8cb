import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { ConfigError, loadConfig } from './config.js';
import { SECRETS } from './secret-files.js';

describe('settings', () => {
  it('are all there without any being set', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: '',
      readDatabaseUrl: '',
      replicaDatabaseUrl: '',
      mode: 'demo',
      publicUrl: 'http://127.0.0.1:3000',
    });
  });

  it.each<[string, Record<string, string>]>([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '' }],
    ['PORT', { PORT: '70000' }],
    ['MODE', { MODE: 'prod' }],
    ['HOST', { HOST: ' ' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['HOST', { MODE: 'demo', HOST: '192.168.0.7' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://atlas@127.0.0.1/atlas' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://atlas.example/survey' }],
    ['PUBLIC_URL', { MODE: 'production', HOST: '0.0.0.0' }],
    ['DATA_DIR', { DATA_DIR: ' ' }],
    ['ADMIN_EMAIL', { ADMIN_EMAIL: 'the lead' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example:25' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'the survey' }],
    ['PROXY_ADDRESS', { PROXY_ADDRESS: 'proxy.example' }],
    ['OPEN_REQUESTS_PER_MINUTE', { OPEN_REQUESTS_PER_MINUTE: '-1' }],
    ['OPEN_REQUESTS_PER_MINUTE', { OPEN_REQUESTS_PER_MINUTE: 'many' }],
    ['PRIVACY_CONTACT', { PRIVACY_CONTACT: 'the office' }],
    ['RETAIN_CONTACTS_MONTHS', { RETAIN_CONTACTS_MONTHS: '0' }],
    ['RETAIN_SESSIONS_DAYS', { RETAIN_SESSIONS_DAYS: '1.5' }],
    ['GRAPHQL_OPERATIONS', { GRAPHQL_OPERATIONS: 'none' }],
    ['BACKUP_AT', { BACKUP_AT: '25:00' }],
    ['BACKUP_KEEP_DAILY', { BACKUP_KEEP_DAILY: 'all' }],
    ['BACKUP_KEEP_WEEKLY', { BACKUP_KEEP_WEEKLY: '-1' }],
    ['BACKUP_KEEP_MONTHLY', { BACKUP_KEEP_MONTHLY: '1.5' }],
    ['OIDC_ISSUER', { OIDC_CLIENT_ID: 'atlas', OIDC_CLIENT_SECRET: 's' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://login.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 's' }],
    ['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_SECRET: 's' }],
    ['OIDC_CLIENT_SECRET', { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a' }],
  ])('a wrong %s stops the start by name, with a value that would do (%o)', (variable, env) => {
    const load = (): unknown => loadConfig(env);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^${variable}=.*For example: ${variable}=\\S+$`));
  });

  it.each([
    'mysql://atlas:s3cret@127.0.0.1/atlas',
    'mysql://atlas:with:s3cret@127.0.0.1/atlas',
    'mysql://atlas:s3cret/with@signs@127.0.0.1/atlas',
    'atlas:s3cret@127.0.0.1/atlas',
  ])('a wrong database address is repeated without its password (%#)', (address) => {
    const load = (): unknown => loadConfig({ DATABASE_URL: address });
    expect(load).toThrow(/127\.0\.0\.1\/atlas/);
    expect(load).not.toThrow(/s3cret/);
  });

  it.each([
    'postgresql://atlas:s3#cret@127.0.0.1/atlas',
    'postgresql://atlas:s3%cret@127.0.0.1/atlas',
    'postgresql://atlas:s3cret@[127.0.0.1/atlas',
    'postgresql://atlas:s3cret@127.0.0.1:54320000/atlas',
  ])(
    'a database address that the driver cannot take apart stops the start, without its password (%#)',
    (address) => {
      const load = (): unknown => loadConfig({ DATABASE_URL: address });
      expect(load).toThrow(/^DATABASE_URL=.*host or port cannot be read/);
      expect(load).not.toThrow(/s3/);
    },
  );

  it.each([
    'postgresql://atlas:s3%23cret@127.0.0.1/atlas',
    'postgres://atlas@db:5432/atlas?sslmode=require',
    'postgresql://atlas@[::1]/atlas',
    'postgresql:///atlas?host=/var/run/postgresql',
  ])('takes %s', (address) => {
    expect(loadConfig({ DATABASE_URL: address }).databaseUrl).toBe(address);
  });

  it.each(['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'SMTP_URL'])(
    'show nothing of a %s that is only a password, or something else without an address',
    (variable) => {
      for (const value of ['s3cret', 'postgres:atlas:s3cret 127.0.0.1', 'x://s3cret'])
        expect(() => loadConfig({ [variable]: value })).toThrow(/^[A-Z_]+="[^"]*\*\*\*" cannot be used/);
    },
  );

  it('repeat a wrong address of a mail server without its password', () => {
    const load = (): unknown => loadConfig({ SMTP_URL: 'imap://atlas:s3cret@mail.example' });
    expect(load).toThrow(/mail\.example/);
    expect(load).not.toThrow(/s3cret/);
  });

  it('take any host in production, where nobody can sign in to the demo', () => {
    const env = { MODE: 'production', HOST: '0.0.0.0', PUBLIC_URL: 'https://atlas.example' };
    expect(loadConfig(env)).toMatchObject({ host: '0.0.0.0', publicUrl: 'https://atlas.example' });
  });
});

describe('a secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (content: string): string => {
    const path = join(folder, 'secret');
    writeFileSync(path, content);
    return path;
  };
  const values: Record<(typeof SECRETS)[number], string> = {
    DATABASE_URL: 'postgresql://atlas:pw-1@db/atlas',
    MIGRATE_DATABASE_URL: 'postgresql://owner:pw-2@db/atlas',
    READ_DATABASE_URL: 'postgresql://reader:pw-3@db/atlas',
    REPLICA_DATABASE_URL: 'postgresql://reader:pw-6@standby/atlas',
    SMTP_URL: 'smtps://user:pw-4@mail.example:465',
    METRICS_TOKEN: 'token-of-the-monitor-0123',
    OIDC_CLIENT_SECRET: 'pw-5',
    RELEASE_STORE_ACCESS_KEY: 'key-of-the-store',
    RELEASE_STORE_SECRET_KEY: 'pw-7',
  };
  const others = {
    DATABASE_URL: values.DATABASE_URL,
    MAIL_FROM: 'survey@example.org',
    OIDC_ISSUER: 'https://login.example',
    OIDC_CLIENT_ID: 'atlas',
    OIDC_CLIENT_SECRET: 'another',
    PUBLIC_URL: 'https://atlas.example',
    RELEASE_STORE_URL: 'https://s3.example/releases',
    RELEASE_STORE_ACCESS_KEY: 'another-key',
    RELEASE_STORE_SECRET_KEY: 'another',
  };

  it.each(SECRETS)('%s is read, without the line end behind it', (name) => {
    const { [name as keyof typeof others]: _, ...rest } = others;
    const read = loadConfig({ ...rest, [`${name}_FILE`]: file(`${values[name]}\n`) });
    expect(JSON.stringify(read)).toContain(`"${values[name]}"`);
    expect(read).toEqual(loadConfig({ ...rest, [name]: values[name] }));
  });

  it('is refused beside the setting itself and when it cannot be read, without showing the secret', () => {
    const path = file('smtps://user:hidden@mail.example');
    for (const env of [
      { SMTP_URL: 'smtps://user:hidden@mail.example', SMTP_URL_FILE: path },
      { SMTP_URL_FILE: join(folder, 'not-there') },
    ])
      expect(() => loadConfig({ ...others, ...env })).toThrow(/SMTP_URL_FILE=(?!.*hidden)/);
  });

  it('knows every setting whose name says that it is one', () => {
    const source = ['./config.ts', './bucket-settings.ts', './database-settings.ts']
      .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
      .join('\n');
    const named = [...source.matchAll(/env\['(\w*(?:SECRET|TOKEN|PASSWORD|_KEY|DATABASE_URL|SMTP_URL))'\]/g)];
    expect([...new Set(named.map(([, name]) => name))].sort()).toEqual([...SECRETS].sort());
  });
});

it('roles of a database are asked for together with the one that the product works as', () => {
  expect(() => loadConfig({ READ_DATABASE_URL: 'postgresql://reader@db/atlas' })).toThrow(/^DATABASE_URL=/);
  expect(() =>
    loadConfig({ DATABASE_URL: 'postgresql://a@db/a', MIGRATE_DATABASE_URL: 'mysql://b:pw@db/a' }),
  ).toThrow(/MIGRATE_DATABASE_URL=(?!.*pw)/);
});
