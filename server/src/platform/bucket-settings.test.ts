import { describe, expect, it } from 'vitest';

import { loadBucket } from './bucket-settings.js';
import { ConfigError } from './config-error.js';

const SET = {
  RELEASE_STORE_URL: 'https://s3.example:9000/atlas/public/releases/',
  RELEASE_STORE_ACCESS_KEY: 'key',
  RELEASE_STORE_SECRET_KEY: 's3cret',
};

describe('the store of release files', () => {
  it('is nowhere unless it is set', () => {
    expect(loadBucket({}, false)).toBeNull();
    expect(loadBucket({ RELEASE_STORE_URL: '', RELEASE_STORE_REGION: 'eu-west-2' }, false)).toBeNull();
  });

  it('is an endpoint, a bucket and what its keys begin with', () => {
    expect(loadBucket(SET, true)).toEqual({
      endpoint: 'https://s3.example:9000',
      bucket: 'atlas',
      prefix: 'public/releases/',
      region: 'us-east-1',
      accessKey: 'key',
      secretKey: 's3cret',
    });
    const at = {
      ...SET,
      RELEASE_STORE_URL: 'http://127.0.0.1:9000/atlas',
      RELEASE_STORE_REGION: 'eu-west-2',
    };
    expect(loadBucket(at, true)).toMatchObject({ bucket: 'atlas', prefix: '', region: 'eu-west-2' });
  });

  it.each([
    ['RELEASE_STORE_URL', 'https://s3.example'],
    ['RELEASE_STORE_URL', 'ftp://s3.example/atlas'],
    ['RELEASE_STORE_URL', 'https://key:s3cret@s3.example/atlas'],
    ['RELEASE_STORE_URL', 'https://s3.example/atlas?region=eu-west-2'],
    ['RELEASE_STORE_URL', 'https://s3.example/atlas/.hidden'],
    ['RELEASE_STORE_URL', 'https://s3.example/atlas//releases'],
    ['RELEASE_STORE_URL', 'https://s3.example/Atlas'],
    ['RELEASE_STORE_URL', 'https://s3.example/atlas?X-Amz-Signature=s3cret'],
    ['RELEASE_STORE_URL', 's3cret'],
    ['RELEASE_STORE_REGION', 'eu west'],
    ['RELEASE_STORE_ACCESS_KEY', ''],
    ['RELEASE_STORE_SECRET_KEY', ''],
    ['RELEASE_STORE_SECRET_KEY', 's3cret\nsecond line'],
  ])('%s=%j stops the start, and no secret is said', (variable, value) => {
    const load = () => loadBucket({ ...SET, [variable]: value }, true);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^${variable}=`));
    expect(load).not.toThrow(/s3cret/);
  });

  it('says of a bucket whose name cannot be one that it is the name', () => {
    const load = () => loadBucket({ ...SET, RELEASE_STORE_URL: 'https://s3.example/Atlas' }, true);
    expect(load).toThrow(/the name of the bucket, .* small letters/);
  });

  it('needs an address when a key of it is set; a region alone says nothing', () => {
    for (const variable of ['RELEASE_STORE_ACCESS_KEY', 'RELEASE_STORE_SECRET_KEY'])
      expect(() => loadBucket({ [variable]: 'something' }, true)).toThrow(/^RELEASE_STORE_URL=/);
  });

  it('needs PUBLIC_URL, which stands in what is stored', () => {
    expect(() => loadBucket(SET, false)).toThrow(/^PUBLIC_URL=/);
  });
});
