import { isIP } from 'node:net';
import { resolve } from 'node:path';

import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import {
  LONGEST_RETENTION,
  RETENTION,
  type RetentionSettings,
} from '@liaison-atlas/shared/privacy/retention';

/** How the product runs: `demo` shows a synthetic round to anyone on this machine, `production` refuses it. */
export type Mode = 'demo' | 'production';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the SQLite file and of whatever else the product keeps; made when absent. */
  readonly dataDir: string;
  /** PostgreSQL address; '' = SQLite in `dataDir`. */
  readonly databaseUrl: string;
  readonly mode: Mode;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Address under which people reach the product; used in links. */
  readonly publicUrl: string;
  /** Whether somebody set it; otherwise it was made from host and port, and only this machine is served. */
  readonly isPublicUrlSet: boolean;
  /** Built client (`app`, `respond`, `respond-ssr` below it); '' = serve none, for tests of the API alone. */
  readonly clientDir: string;
  /** Address of the first administrator, made at start when absent; '' = nobody. */
  readonly adminEmail: string;
  /** Mail server; '' = nothing is sent, mail stays in the outbox. */
  readonly smtpUrl: string;
  /** Sender of every mail; '' only where nothing is sent. */
  readonly mailFrom: string;
  /** Address of the proxy in front, whose word on where a request comes from is taken; '' = there is none. */
  readonly proxyAddress: string;
  /** Requests to the open data and the FHIR endpoint that one address may make in a minute; 0 = as many as it likes. */
  readonly openRequestsPerMinute: number;
  /** What a monitor has to show to read `/metrics`; '' = only administrators may. */
  readonly metricsToken: string;
  /** Address of a collector of traces (OTLP over HTTP); '' = no traces are made. */
  readonly tracesUrl: string;
  /**
   * Which GraphQL operations are carried out: `persisted` = those of the built client alone, by their ids; `any` = whatever
   * fits the schema and the limits.
   */
  readonly graphqlOperations: 'persisted' | 'any';
  /** Identity provider through which people may sign in (OpenID Connect); null = none. */
  readonly oidc: OidcSettings | null;
  /** Address to which the privacy notice sends people with requests; '' = nobody has set it. */
  readonly privacyContact: string;
  readonly backup: BackupSettings;
  /** After how long what is personal is erased, in the unit of each period. */
  readonly retention: RetentionSettings;
}

export interface BackupSettings {
  /** Folder of the backups that are made by themselves; '' = none are. */
  readonly dir: string;
  /** Time of day at which one is due, UTC, as `02:30`. */
  readonly at: string;
  /** The last backups of how many days, weeks and months stay. */
  readonly keep: { readonly daily: number; readonly weekly: number; readonly monthly: number };
  /** Folder of `pg_dump`, `pg_restore` and `psql`; '' = wherever the system finds them. */
  readonly pgTools: string;
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A setting that stops the start: names the variable and shows a value that would do. */
export class ConfigError extends Error {
  constructor(variable: string, value: string, rule: string, example: string) {
    super(
      `${variable}=${JSON.stringify(value)} cannot be used: ${rule}. For example: ${variable}=${example}`,
    );
    this.name = 'ConfigError';
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const DEFAULT_CLIENT_DIR = resolve(import.meta.dirname, '../../../client/dist');

/**
 * Reads the settings, the only place that knows `process.env`.
 * @throws ConfigError on the first value that cannot be used; nothing has been opened by then.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
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

  const databaseUrl = env['DATABASE_URL'] ?? '';
  if (databaseUrl !== '' && !/^postgres(ql)?:\/\/\S+$/.test(databaseUrl))
    throw new ConfigError(
      'DATABASE_URL',
      databaseUrl.replace(/^([^/]*\/\/)?.*@/, '$1***@'),
      'it must be a PostgreSQL address, or be left out for SQLite',
      'postgresql://atlas:secret@127.0.0.1:5432/atlas',
    );

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
      smtpUrl.replace(/:[^:@/]*@/, ':***@'),
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

  const openRequests = env['OPEN_REQUESTS_PER_MINUTE'] ?? '600';
  if (!/^\d{1,9}$/.test(openRequests))
    throw new ConfigError(
      'OPEN_REQUESTS_PER_MINUTE',
      openRequests,
      'it must be a whole number; 0 = no limit',
      '600',
    );

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
      tracesUrl.replace(/\/\/.*@/, '//***@'),
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
    databaseUrl,
    mode,
    logLevel,
    publicUrl,
    isPublicUrlSet: env['PUBLIC_URL'] !== undefined,
    clientDir: env['CLIENT_DIR'] === undefined ? DEFAULT_CLIENT_DIR : env['CLIENT_DIR'],
    adminEmail: admin.ok ? admin.value : '',
    smtpUrl,
    mailFrom,
    proxyAddress,
    openRequestsPerMinute: Number(openRequests),
    metricsToken,
    tracesUrl,
    graphqlOperations,
    oidc: loadOidc(env),
    privacyContact,
    backup: loadBackup(env),
    retention: loadRetention(env),
  };
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
function loadBackup(env: Readonly<Record<string, string | undefined>>): BackupSettings {
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
function loadOidc(env: Readonly<Record<string, string | undefined>>): OidcSettings | null {
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
