import { ConfigError, withoutSecret } from './config-error.js';
import type { BucketSettings } from './settings.js';

const EXAMPLE = 'https://s3.eu-west-2.amazonaws.com/atlas-releases';

/**
 * Where release files lie besides the database; null = nowhere, each instance makes them when they are asked for.
 * @throws ConfigError when only some of it is set, or something cannot be used; it never says the secret
 */
export function loadBucket(
  env: Readonly<Record<string, string | undefined>>,
  isPublicUrlSet: boolean,
): BucketSettings | null {
  const address = env['RELEASE_STORE_URL'] ?? '';
  const region = env['RELEASE_STORE_REGION'] ?? '';
  const accessKey = env['RELEASE_STORE_ACCESS_KEY'] ?? '';
  const secretKey = env['RELEASE_STORE_SECRET_KEY'] ?? '';
  const keys = [
    ['RELEASE_STORE_ACCESS_KEY', accessKey],
    ['RELEASE_STORE_SECRET_KEY', secretKey],
  ] as const;
  if (address === '') {
    const stray = keys.find(([, value]) => value !== '');
    if (stray === undefined) return null;
    throw new ConfigError('RELEASE_STORE_URL', '', `${stray[0]} is set, and this is not`, EXAMPLE);
  }
  const url = URL.canParse(address) ? new URL(address) : null;
  const [, bucket = '', ...prefix] = url?.pathname.replace(/\/+$/, '').split('/') ?? [];
  if (
    url !== null &&
    bucket !== '' &&
    /^https?:$/.test(url.protocol) &&
    !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)
  )
    throw new ConfigError(
      'RELEASE_STORE_URL',
      withoutSecret(address),
      'the name of the bucket, first behind the host, must be 3 to 63 small letters, digits, dots and hyphens',
      EXAMPLE,
    );
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    `${url.username}${url.password}${url.search}${url.hash}` !== '' ||
    bucket === '' ||
    !prefix.every((part) => /^[\w-][\w.-]*$/.test(part))
  )
    throw new ConfigError(
      'RELEASE_STORE_URL',
      withoutSecret(address),
      'it must be http(s)://host/bucket, with folders behind it if you like, and no key in it',
      EXAMPLE,
    );
  for (const [variable, value] of keys)
    if (!/^[\x21-\x7e]{1,256}$/.test(value))
      throw new ConfigError(
        variable,
        value === '' ? '' : '***',
        'the store gave one, of up to 256 letters, digits and signs',
        'secret',
      );
  if (region !== '' && !/^[\w-]{1,64}$/.test(region))
    throw new ConfigError('RELEASE_STORE_REGION', region, 'it must be the name of a region', 'eu-west-2');
  if (!isPublicUrlSet)
    throw new ConfigError(
      'PUBLIC_URL',
      '',
      'files that are stored for good name the address under which people reach the product',
      'https://atlas.example',
    );
  return {
    endpoint: url.origin,
    bucket,
    prefix: prefix.length === 0 ? '' : `${prefix.join('/')}/`,
    region: region === '' ? 'us-east-1' : region,
    accessKey,
    secretKey,
  };
}
