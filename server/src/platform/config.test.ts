import { describe, expect, it } from 'vitest';

import { ConfigError, loadConfig } from './config.js';

describe('settings', () => {
  it('are all there without any being set', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: '',
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
