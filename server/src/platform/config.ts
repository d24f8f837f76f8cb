import { isIP } from 'node:net';
import { resolve } from 'node:path';

import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import {
  LONGEST_RETENTION,
  RETENTION,
  type RetentionSettings,
} from '@liaison-atlas/shared/privacy/retention';

import { loadBucket } from './bucket-settings.js';
import { ConfigError, withoutSecret } from './config-error.js';
import { loadDatabases } from './database-settings.js';
import { secretsFromFiles } from './secret-files.js';
import type { BackupSettings, Config, OidcSettings } from './settings.js';

export type { BackupSettings, Config };
export { ConfigError };

type Env = Readonly<Record<string, string | undefined>>;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const DEFAULT_CLIENT_DIR = resolve(import.meta.dirname, '../../../client/dist');

/**
 * Reads the settings, the only place that knows `process.env`.
 * @throws ConfigError on the first value that cannot be used; nothing has been opened by then.
 */
export function loadConfig(given: Env): Config {
  const env = secretsFromFiles(given, (variable, value, rule, example) => {
    throw new ConfigError(variable, value, rule, example);
  });
  const port = env['PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new ConfigError('PORT', port, 'it must be a whole number from 0 to 65535', '3000');

  const mode = env['MODE'] ?? 'demo';
  if (mode !== 'demo' && mode !== 'production')
    throw new ConfigError('MODE', mode, 'it must be demo or production', 'demo');

  const host = env['HOST'] ?? '127.0.0.1';
  if (host.trim() === '' || /\s/.test(host))
    throw new ConfigError('HOST', host, 'it must be a host name or an address', '127.0.0.1');
  if (mode === 'demo' && !LOOPBACK.has(host))
    throw new ConfigError(
      'HOST',
      host,
      'demo mode lets anyone sign in, so it serves this machine only',
      '127.0.0.1',
    );

  const databases = loadDatabases(env);

  const logLevel = (env['LOG_LEVEL'] ?? 'info') as Config['logLevel'];
  if (!LOG_LEVELS.includes(logLevel))
    throw new ConfigError('LOG_LEVEL', logLevel, `it must be one of ${LOG_LEVELS.join(', ')}`, 'info');

  // A wildcard address such as 0.0.0.0 is where the product listens, not where anybody can reach it.
  if (env['PUBLIC_URL'] === undefined && !LOOPBACK.has(host))
    throw new ConfigError(
      'PUBLIC_URL',
      '',
      `links need the address under which people reach the product, and HOST is ${host}`,
      'https://atlas.example',
    );
  const publicUrl = env['PUBLIC_URL'] ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (!/^https?:\/\/[^/\s]+$/.test(publicUrl))
    throw new ConfigError(
      'PUBLIC_URL',
      publicUrl,
      'it must be http(s)://host without a path',
      'https://atlas.example',
    );
  const dataDir = env['DATA_DIR'] ?? './data';
  if (dataDir.trim() === '') throw new ConfigError('DATA_DIR', dataDir, 'it must name a folder', './data');

  const adminEmail = env['ADMIN_EMAIL'] ?? '';
  const admin = parseEmailAddress(adminEmail, 'ADMIN_EMAIL');
  if (adminEmail !== '' && !admin.ok)
    throw new ConfigError('ADMIN_EMAIL', adminEmail, 'it must be one e-mail address', 'lead@example.nhs.uk');

  const smtpUrl = env['SMTP_URL'] ?? '';
  if (smtpUrl !== '' && !/^smtps?:\/\/\S+$/.test(smtpUrl))
    throw new ConfigError(
      'SMTP_URL',
      withoutSecret(smtpUrl),
      'it must be the address of a mail server, or be left out to send nothing',
      'smtps://user:secret@mail.example:465',
    );
  const mailFrom = env['MAIL_FROM'] ?? '';
  if ((mailFrom !== '' || smtpUrl !== '') && !parseEmailAddress(mailFrom, 'MAIL_FROM').ok)
    throw new ConfigError(
      'MAIL_FROM',
      mailFrom,
      'mail needs one address that it comes from',
      'survey@example.nhs.uk',
    );

  const privacyContact = env['PRIVACY_CONTACT'] ?? '';
  if (privacyContact !== '' && !parseEmailAddress(privacyContact, 'PRIVACY_CONTACT').ok)
    throw new ConfigError(
      'PRIVACY_CONTACT',
      privacyContact,
      'it must be one e-mail address',
      'privacy@example.nhs.uk',
    );

  const proxyAddress = env['PROXY_ADDRESS'] ?? '';
  if (proxyAddress !== '' && isIP(proxyAddress) === 0)
    throw new ConfigError('PROXY_ADDRESS', proxyAddress, 'it must be an IP address', '127.0.0.1');

  const metricsToken = env['METRICS_TOKEN'] ?? '';
  if (metricsToken !== '' && !/^[\w.~+/-]{20,200}=*$/.test(metricsToken))
    throw new ConfigError(
      'METRICS_TOKEN',
      '***',
      'it must be a secret of 20 to 200 letters and digits, or be left out',
      'f3cb0f0d5f7b4a1e8a3d',
    );

  const tracesUrl = env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '';
  if (tracesUrl !== '' && !(/^https?:\/\/[^\s?#]+$/.test(tracesUrl) && URL.canParse(tracesUrl)))
    throw new ConfigError(
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      withoutSecret(tracesUrl),
      'it must be the http(s) address of a collector, or be left out to make no traces',
      'http://127.0.0.1:4318',
    );

  const graphqlOperations = env['GRAPHQL_OPERATIONS'] ?? (mode === 'demo' ? 'any' : 'persisted');
  if (graphqlOperations !== 'persisted' && graphqlOperations !== 'any')
    throw new ConfigError(
      'GRAPHQL_OPERATIONS',
      graphqlOperations,
      'it must be persisted or any',
      'persisted',
    );

  return {
    port: Number(port),
    host,
    dataDir: resolve(dataDir),
    ...databases,
    mode,
    logLevel,
    publicUrl,
    isPublicUrlSet: env['PUBLIC_URL'] !== undefined,
    clientDir: env['CLIENT_DIR'] === undefined ? DEFAULT_CLIENT_DIR : env['CLIENT_DIR'],
    adminEmail: admin.ok ? admin.value : '',
    smtpUrl,
    mailFrom,
    proxyAddress,
    openRequestsPerMinute: wholeNumber('OPEN_REQUESTS_PER_MINUTE', env['OPEN_REQUESTS_PER_MINUTE'], 600),
    linkRequestsPerMinute: wholeNumber('LINK_REQUESTS_PER_MINUTE', env['LINK_REQUESTS_PER_MINUTE'], 600),
    accountRequestsPerMinute: wholeNumber(
      'ACCOUNT_REQUESTS_PER_MINUTE',
      env['ACCOUNT_REQUESTS_PER_MINUTE'],
      3000,
    ),
    sessionHours: hoursOf(env['SESSION_HOURS'] ?? '12'),
    sessionIdleMinutes: wholeNumber('SESSION_IDLE_MINUTES', env['SESSION_IDLE_MINUTES'], 120),
    metricsToken,
    tracesUrl,
    graphqlOperations,
    oidc: loadOidc(env),
    privacyContact,
    releaseStore: loadBucket(env, env['PUBLIC_URL'] !== undefined),
    backup: loadBackup(env),
    retention: loadRetention(env),
  };
}

/** A whole number; 0 = no limit. @throws ConfigError */
function wholeNumber(variable: string, value: string | undefined, standard: number): number {
  if (value === undefined) return standard;
  if (!/^\d{1,9}$/.test(value))
    throw new ConfigError(variable, value, 'it must be a whole number; 0 = no limit', String(standard));
  return Number(value);
}

function hoursOf(value: string): number {
  if (/^\d{1,3}$/.test(value) && Number(value) >= 1) return Number(value);
  throw new ConfigError('SESSION_HOURS', value, 'it must be a whole number from 1 to 999', '12');
}

/** Every period, set or not; none can be set to nothing, which would erase what is still being used. */
function loadRetention(env: Readonly<Record<string, string | undefined>>): RetentionSettings {
  const lengths = RETENTION.map(({ key, setting, standard, unit }) => {
    const value = env[setting] ?? String(standard);
    if (!/^\d{1,4}$/.test(value) || Number(value) < 1 || Number(value) > LONGEST_RETENTION)
      throw new ConfigError(
        setting,
        value,
        `it must be a whole number of ${unit} from 1 to ${LONGEST_RETENTION}`,
        String(standard),
      );
    return [key, Number(value)] as const;
  });
  return Object.fromEntries(lengths) as RetentionSettings;
}

/** When backups are made, and how many stay. */
function loadBackup(env: Env): BackupSettings {
  const dir = env['BACKUP_DIR'] ?? '';
  const at = env['BACKUP_AT'] ?? '02:30';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at))
    throw new ConfigError('BACKUP_AT', at, 'it must be a time of day in UTC', '02:30');
  const count = (variable: string, value: string): number => {
    if (!/^\d{1,4}$/.test(value))
      throw new ConfigError(variable, value, 'it must be a whole number from 0 to 9999', '7');
    return Number(value);
  };
  return {
    dir: dir === '' ? '' : resolve(dir),
    at,
    keep: {
      daily: count('BACKUP_KEEP_DAILY', env['BACKUP_KEEP_DAILY'] ?? '7'),
      weekly: count('BACKUP_KEEP_WEEKLY', env['BACKUP_KEEP_WEEKLY'] ?? '4'),
      monthly: count('BACKUP_KEEP_MONTHLY', env['BACKUP_KEEP_MONTHLY'] ?? '12'),
    },
    pgTools: env['PG_TOOLS'] ?? '',
  };
}

/** All three settings of an identity provider, or none of them. */
function loadOidc(env: Env): OidcSettings | null {
  const issuer = env['OIDC_ISSUER'] ?? '';
  const clientId = env['OIDC_CLIENT_ID'] ?? '';
  const clientSecret = env['OIDC_CLIENT_SECRET'] ?? '';
  if (issuer === '' && clientId === '' && clientSecret === '') return null;
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const onThisMachine = url?.protocol === 'http:' && LOOPBACK.has(url.hostname.replace(/^\[|\]$/g, ''));
  if (url === null || (url.protocol !== 'https:' && !onThisMachine) || url.username !== '')
    throw new ConfigError(
      'OIDC_ISSUER',
      issuer.replace(/\/\/.*@/, '//***@'),
      'it must be the https address of the identity provider',
      'https://login.example.nhs.uk',
    );
  if (clientId === '')
    throw new ConfigError(
      'OIDC_CLIENT_ID',
      '',
      'the identity provider gave one at registration',
      'liaison-atlas',
    );
  if (clientSecret === '')
    throw new ConfigError(
      'OIDC_CLIENT_SECRET',
      '',
      'the identity provider gave one at registration',
      'secret',
    );
  return { issuer, clientId, clientSecret };
}

/** Injection token of the settings. */
export const CONFIG = Symbol('config');
