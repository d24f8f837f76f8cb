import { addAbortSignal, type Readable } from 'node:stream';

import type { S3Client } from '@aws-sdk/client-s3';
import type { OnModuleDestroy } from '@nestjs/common';

import type { BucketSettings } from '../settings.js';
import { type Bucket, BucketAway, type BucketObject, type BucketState } from './bucket.js';
import { quietLibrary } from './quiet-library.js';

/** So long one question may take, its answer included. */
const ANSWER_MS = 20_000;
const CONNECT_MS = 2000;
/** So long nobody asks a bucket that could not be reached: readers are refused at once instead of waiting for it. */
const REST_MS = 3000;
/** An answer is younger than this, and the bucket counts as there. */
const FRESH_MS = 60_000;

type Sdk = typeof import('@aws-sdk/client-s3');
interface Opened {
  readonly sdk: Sdk;
  readonly client: S3Client;
}

/** A bucket of an S3-compatible store, by paths rather than host names and without the newer checksums: others than Amazon's take that. */
export class S3Bucket implements Bucket, OnModuleDestroy {
  readonly place: string;
  state: BucketState = 'answering';
  private opened: Promise<Opened> | undefined;
  private answeredAt = -Infinity;
  private restsUntil = -Infinity;

  constructor(
    private readonly settings: BucketSettings,
    private readonly logger: Record<'info' | 'warn', (facts: object, words: string) => void>,
  ) {
    const { endpoint, bucket, prefix } = settings;
    this.place = `${endpoint}/${bucket}/${prefix}`;
  }

  async answers(): Promise<boolean> {
    if (performance.now() - this.answeredAt < FRESH_MS && this.state === 'answering') return true;
    const { bucket: Bucket } = this.settings;
    try {
      await this.ask(({ sdk, client }, abortSignal) =>
        client.send(new sdk.HeadBucketCommand({ Bucket }), { abortSignal }),
      );
      return true;
    } catch (error) {
      if (error instanceof BucketAway) return false;
      throw error;
    }
  }

  async putOnce(key: string, object: BucketObject): Promise<'same' | 'other'> {
    const { body } = object;
    const there = (await this.get(key, body.length)) ?? (await this.put(key, object));
    return there.equals(body) ? 'same' : 'other';
  }

  get(key: string, bytes: number): Promise<Buffer | null> {
    return this.ask(async ({ sdk, client }, abortSignal) => {
      try {
        const command = new sdk.GetObjectCommand(this.at(key));
        const { Body } = await client.send(command, { abortSignal });
        return await upTo(addAbortSignal(abortSignal, Body as Readable), bytes);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  async sizes(beginning: string): Promise<ReadonlyMap<string, number>> {
    const { bucket: Bucket, prefix } = this.settings;
    const found = new Map<string, number>();
    for (let ContinuationToken: string | undefined, more = true; more;) {
      const input = { Bucket, Prefix: prefix + beginning, ContinuationToken };
      const page = await this.ask(({ sdk, client }, abortSignal) =>
        client.send(new sdk.ListObjectsV2Command(input), { abortSignal }),
      );
      for (const { Key = '', Size = 0 } of page.Contents ?? []) found.set(Key.slice(prefix.length), Size);
      ContinuationToken = page.NextContinuationToken;
      more = page.IsTruncated === true && ContinuationToken !== undefined;
    }
    return found;
  }

  async remove(keys: readonly string[]): Promise<void> {
    // One by one: taking out many at once needs a checksum that not every store knows.
    for (const key of keys)
      await this.ask(({ sdk, client }, abortSignal) =>
        client.send(new sdk.DeleteObjectCommand(this.at(key)), { abortSignal }),
      );
  }

  async onModuleDestroy(): Promise<void> {
    (await this.opened)?.client.destroy();
  }

  /** Writes unless something is there, and gives what is there then. */
  private async put(
    key: string,
    { body, contentType, fileName, cacheControl }: BucketObject,
  ): Promise<Buffer> {
    const input = {
      ...this.at(key),
      Body: body,
      ContentType: contentType,
      CacheControl: cacheControl,
      ...(fileName !== '' && { ContentDisposition: `attachment; filename="${fileName}"` }),
    };
    const send = (condition: { readonly IfNoneMatch?: string }): Promise<unknown> =>
      this.ask(async ({ sdk, client }, abortSignal) => {
        try {
          await client.send(new sdk.PutObjectCommand({ ...input, ...condition }), { abortSignal });
          return 'sent';
        } catch (error) {
          // Somebody was faster, or this store knows no conditions.
          const status = statusOf(error);
          if (status === 412 || status === 409) return 'there';
          if (status === 501) return 'unconditional';
          throw error;
        }
      });
    if ((await send({ IfNoneMatch: '*' })) === 'unconditional') await send({});
    const there = await this.get(key, body.length);
    if (there === null) throw this.away('what was written cannot be read');
    return there;
  }

  /** Asks, unless it could not be reached just before. @throws BucketAway */
  private async ask<Answer>(
    question: (opened: Opened, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    if (performance.now() < this.restsUntil) throw new BucketAway('it did not just before');
    this.opened ??= this.open();
    const opened = await this.opened;
    try {
      const answer = await question(opened, AbortSignal.timeout(ANSWER_MS));
      this.answeredAt = performance.now();
      if (this.state === 'away')
        this.logger.info({ place: this.place }, 'the store of release files answers');
      this.state = 'answering';
      return answer;
    } catch (error) {
      throw this.away(`${nameOf(error)} ${statusOf(error) ?? ''}`.trim());
    }
  }

  private away(why: string): BucketAway {
    if (this.state === 'answering')
      this.logger.warn({ place: this.place, why }, 'the store of release files does not answer');
    this.state = 'away';
    this.restsUntil = performance.now() + REST_MS;
    return new BucketAway(why);
  }

  /** Its library is large: nobody who has no bucket loads it. */
  private async open(): Promise<Opened> {
    quietLibrary();
    const sdk = await import('@aws-sdk/client-s3');
    const { endpoint, region, accessKey: accessKeyId, secretKey: secretAccessKey } = this.settings;
    const client = new sdk.S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 2,
      requestHandler: { connectionTimeout: CONNECT_MS },
    });
    return { sdk, client };
  }

  private at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.settings.bucket, Key: this.settings.prefix + key };
  }
}

/** Reads no more than it takes to see that there is more than there should be. */
async function upTo(body: Readable, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    if (length > bytes) break;
  }
  return Buffer.concat(pieces);
}

const statusOf = (error: unknown): number | undefined =>
  (error as { readonly $metadata?: { readonly httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;

/** What names an error best: of one below HTTP its code (ECONNREFUSED), which says more than "Error". */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** That the key is not there, not that the bucket is not. */
const isMissing = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchKey';
