import { readFileSync } from 'node:fs';

type Env = Readonly<Record<string, string | undefined>>;

/** Settings that hold a secret. Each can also be given as a file: its name with `_FILE` behind it names the path. */
export const SECRETS = [
  'DATABASE_URL',
  'MIGRATE_DATABASE_URL',
  'READ_DATABASE_URL',
  'REPLICA_DATABASE_URL',
  'SMTP_URL',
  'METRICS_TOKEN',
  'OIDC_CLIENT_SECRET',
  'RELEASE_STORE_ACCESS_KEY',
  'RELEASE_STORE_SECRET_KEY',
] as const;

/**
 * The settings with every secret that was given as a file; a line end behind it does not belong to it.
 * @param refuse throws: called with the variable, its value, what is wrong and an example, never with a secret
 */
export function secretsFromFiles(
  env: Env,
  refuse: (variable: string, value: string, rule: string, example: string) => never,
): Env {
  const read: Record<string, string | undefined> = { ...env };
  for (const name of SECRETS) {
    const variable = `${name}_FILE`;
    const path = env[variable] ?? '';
    if (path === '') continue;
    const example = `/run/secrets/${name.toLowerCase()}`;
    if ((env[name] ?? '') !== '') refuse(variable, path, `${name} is set as well; set one of them`, example);
    try {
      read[name] = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      refuse(variable, path, `the file cannot be read (${code})`, example);
    }
  }
  return read;
}
