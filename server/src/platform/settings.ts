import type { RetentionSettings } from '@liaison-atlas/shared/privacy/retention';

/** How the product runs: `demo` shows a synthetic round to anyone on this machine, `production` refuses it. */
export type Mode = 'demo' | 'production';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the SQLite file and of whatever else the product keeps; made when absent. */
  readonly dataDir: string;
  /** PostgreSQL address, with the role that the product works as; '' = SQLite in `dataDir`. */
  readonly databaseUrl: string;
  /** The same database with the role that owns its tables; '' = `databaseUrl` owns them, or they are made by a command. */
  readonly migrateDatabaseUrl: string;
  /** The same database with a role that can only read; '' = `databaseUrl`, on a connection that cannot write. */
  readonly readDatabaseUrl: string;
  /** A standby of that database, for public and analysis reads; '' = there is none. */
  readonly replicaDatabaseUrl: string;
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
  /** Requests that one answering link, or another link with a secret, may make in a minute; 0 = as many as it likes. */
  readonly linkRequestsPerMinute: number;
  /** Requests that one person with an account may make in a minute; 0 = as many as they like. */
  readonly accountRequestsPerMinute: number;
  /** Hours after which a session ends, whatever is done with it. */
  readonly sessionHours: number;
  /** Minutes after which a session ends with which nothing is done; 0 = only `sessionHours` count. */
  readonly sessionIdleMinutes: number;
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
  /** S3-compatible store in which the files of releases lie for good; null = each instance makes them when asked. */
  readonly releaseStore: BucketSettings | null;
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

export interface BucketSettings {
  /** Scheme, host and port, as `https://s3.eu-west-2.amazonaws.com`. */
  readonly endpoint: string;
  readonly bucket: string;
  /** What every key begins with: '' or a path that ends in `/`. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}
