import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { BucketAway } from './bucket.js';
import { S3Bucket } from './s3-bucket.js';

const OBJECT = {
  body: Buffer.from('ods_code\n'),
  contentType: 'text/csv',
  fileName: 'hospitals.csv',
  cacheControl: 'public, max-age=31536000, immutable',
};

describe('a bucket', () => {
  let store: Server;
  const asked: {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
  }[] = [];
  const said: string[] = [];
  // The library says once in a process what it has to say, so this listens from the first test on.
  const warned: string[] = [];
  const hear = ({ message }: Error): void => void warned.push(message);
  beforeAll(() => void process.on('warning', hear));
  afterAll(() => void process.off('warning', hear));
  afterEach(() => {
    asked.length = 0;
    said.length = 0;
    store.closeAllConnections();
    store.close();
  });

  /** A bucket on a store that answers so; what it was asked, and what was logged, is noted. */
  const bucketOf = async (answer: (request: IncomingMessage, reply: ServerResponse) => void) => {
    store = createServer((request, reply) => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, headers });
      request.resume().on('end', () => answer(request, reply));
    });
    await new Promise<void>((resolve) => void store.listen(0, '127.0.0.1', resolve));
    const note = (facts: object, words: string): void => void said.push(JSON.stringify(facts) + words);
    return new S3Bucket(
      {
        endpoint: `http://127.0.0.1:${(store.address() as AddressInfo).port}`,
        bucket: 'atlas',
        prefix: 'public/',
        region: 'us-east-1',
        accessKey: 'AKIAKEY',
        secretKey: 's3cret',
      },
      { info: note, warn: note },
    );
  };
  const refuse = (reply: ServerResponse, status: number, code: string): void =>
    void reply
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<Error><Code>${code}</Code><Message>AKIAKEY</Message></Error>`);

  it('is asked by path, writes only where nothing is, and reads back what it wrote', async () => {
    let there: Buffer | undefined;
    const bucket = await bucketOf(({ method }, reply) => {
      if (method === 'PUT') there = OBJECT.body;
      if (method === 'GET' && there === undefined) refuse(reply, 404, 'NoSuchKey');
      else reply.end(method === 'GET' ? there : undefined);
    });
    expect(await bucket.putOnce('a/b.csv', OBJECT)).toBe('same');
    expect(await bucket.putOnce('a/b.csv', OBJECT)).toBe('same');
    expect(asked.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([
      'GET /atlas/public/a/b.csv',
      'PUT /atlas/public/a/b.csv',
      'GET /atlas/public/a/b.csv',
      'GET /atlas/public/a/b.csv',
    ]);
    expect(asked[1]?.headers).toMatchObject({
      'if-none-match': '*',
      'content-type': 'text/csv',
      'cache-control': OBJECT.cacheControl,
      'content-disposition': 'attachment; filename="hospitals.csv"',
    });
    expect(Object.keys(asked[1]?.headers ?? {}).join()).not.toMatch(/checksum|x-amz-trailer/);
  });

  it('leaves alone what somebody else wrote in the same moment', async () => {
    let gets = 0;
    const bucket = await bucketOf(({ method }, reply) => {
      if (method === 'PUT') refuse(reply, 412, 'PreconditionFailed');
      else if ((gets += 1) === 1) refuse(reply, 404, 'NoSuchKey');
      else reply.end('something else');
    });
    expect(await bucket.putOnce('a', OBJECT)).toBe('other');
    expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('writes to a store that knows no conditions', async () => {
    let isThere = false;
    const bucket = await bucketOf(({ method, headers }, reply) => {
      if (method === 'PUT' && headers['if-none-match'] !== undefined) refuse(reply, 501, 'NotImplemented');
      else if (method === 'PUT') reply.end(void (isThere = true));
      else if (isThere) reply.end(OBJECT.body);
      else refuse(reply, 404, 'NoSuchKey');
    });
    expect(await bucket.putOnce('a', OBJECT)).toBe('same');
  });

  it('is read no further than a file is long', async () => {
    const bucket = await bucketOf((_request, reply) => {
      reply.on('error', () => undefined);
      const more = (): boolean => !reply.destroyed && reply.write('x'.repeat(65_536));
      reply.on('drain', () => writeOn(more));
      writeOn(more);
    });
    const body = await bucket.get('endless', 10);
    expect(body?.length).toBeGreaterThan(10);
    expect(body?.length).toBeLessThan(10_000_000);
  });

  it.each([
    [404, 'NoSuchBucket'],
    [403, 'InvalidAccessKeyId'],
    [500, 'InternalError'],
  ])(
    'is away with %d %s, says so once and without a key, and is left alone for a while',
    async (status, code) => {
      const bucket = await bucketOf((_request, reply) => refuse(reply, status, code));
      const error = await bucket.get('a', 1).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(BucketAway);
      const before = asked.length;
      await expect(bucket.get('a', 1)).rejects.toThrow(BucketAway);
      expect([bucket.state, asked.length, await bucket.answers()]).toEqual(['away', before, false]);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(code);
      expect(`${String(error)} ${said.join()}`).not.toMatch(/AKIAKEY|s3cret/);
    },
  );

  it('says why it is away when nobody listens, and the library puts no text of its own into the log', async () => {
    const bucket = await bucketOf((_request, reply) => void reply.end());
    await new Promise((resolve) => store.close(resolve));
    expect(await bucket.answers()).toBe(false);
    expect(said.join()).toContain('ECONNREFUSED');
    expect(warned).toEqual([]);
  });

  it('lists everything, page by page', async () => {
    const page = (key: string, next: string): string =>
      `<ListBucketResult><IsTruncated>${next !== ''}</IsTruncated><Contents><Key>public/${key}</Key><Size>3</Size></Contents>${
        next === '' ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
      }</ListBucketResult>`;
    const bucket = await bucketOf(({ url = '' }, reply) => {
      reply.setHeader('content-type', 'application/xml');
      reply.end(url.includes('continuation-token=more') ? page('b', '') : page('a', 'more'));
    });
    expect([...(await bucket.sizes(''))]).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
  });

  it('is the only one who loads the library, and only when it is asked', () => {
    const source = readFileSync(new URL('./s3-bucket.ts', import.meta.url), 'utf8');
    expect(source).not.toMatch(/^import (?!type)[^;]*@aws-sdk/m);
    expect(source).toContain("await import('@aws-sdk/client-s3')");
  });
});

/** Goes on as long as there is room. */
function writeOn(more: () => boolean): void {
  while (more());
}
