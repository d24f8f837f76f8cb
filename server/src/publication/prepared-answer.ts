import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { sha256 } from '../platform/ids.js';
import { mayBeRepeated } from '../platform/ready-answers.js';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * How long an answer may be kept without asking again (docs/decisions/0017). What is newest changes when a release
 * appears or is withdrawn: a browser asks each time, a cache in between holds it for half a minute. What is asked for by
 * its number has to say at once that it was withdrawn, and so has a report, which may quote somebody who takes that back. What is asked for by the hash of its
 * bytes cannot change.
 */
export const CACHE = {
  newest: 'public, max-age=0, s-maxage=30, must-revalidate',
  atOnce: 'public, no-cache',
  exact: 'public, max-age=31536000, immutable',
} as const;

/** An answer made once and sent many times: its bytes plain and compressed, and an `ETag` of its content. */
export interface PreparedAnswer {
  readonly etag: string;
  readonly contentType: string;
  /** '' = shown in place; else the name under which a browser saves it. */
  readonly fileName: string;
  readonly cacheControl: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** Brotli at 9: a release is compressed rarely and sent often. At 4 what somebody asks for once. */
const PACKING = { often: { brotli: 9, gzip: 9 }, once: { brotli: 4, gzip: 4 } } as const;

interface Preparing {
  /** How often it will be sent: decides how much work goes into packing it. */
  readonly sent?: keyof typeof PACKING;
  /** What an answer with the same meaning has in common, where its bytes name the moment that it was made. */
  readonly meaning?: string;
}

/** Compresses once, off the event loop. */
export async function prepareAnswer(
  body: string | Buffer,
  head: Pick<PreparedAnswer, 'contentType' | 'fileName' | 'cacheControl'>,
  { sent = 'often', meaning }: Preparing = {},
): Promise<PreparedAnswer> {
  const plain = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  const effort = PACKING[sent];
  const [br, gz] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: effort.brotli } }),
    deflate(plain, { level: effort.gzip }),
  ]);
  const etag = `"${sha256(meaning ?? plain).slice(0, 32)}"`;
  return { ...head, etag: meaning === undefined ? etag : `W/${etag}`, plain, br, gzip: gz };
}

/** Sends ready bytes: 304 when the client has them, else in the best encoding that it takes. */
export function sendPrepared(request: FastifyRequest, reply: FastifyReply, answer: PreparedAnswer): void {
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''));
  void reply
    .header('etag', etagOf(answer, encoding))
    .header('cache-control', answer.cacheControl)
    .header('vary', 'accept-encoding');
  const known = request.headers['if-none-match'];
  if (
    known !== undefined &&
    (known === '*' || known.split(/\s*,\s*/).some((tag) => meaningOf(tag) === meaningOf(answer.etag)))
  ) {
    void reply.status(304).send();
    return;
  }
  void reply.header('content-type', answer.contentType);
  if (answer.fileName !== '')
    void reply.header('content-disposition', `attachment; filename="${answer.fileName}"`);
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  const body = encoding === 'identity' ? answer.plain : answer[encoding];
  mayBeRepeated(reply, body);
  void reply.send(body);
}

/** A strong tag names bytes, and packed ones are others. */
const etagOf = ({ etag }: PreparedAnswer, encoding: Encoding): string =>
  encoding === 'identity' || etag.startsWith('W/') ? etag : etag.replace(/"$/, `-${encoding}"`);

/** `If-None-Match` compares weakly: it asks about the meaning, not about the bytes. */
const meaningOf = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/-(br|gzip)"$/, '"');

type Encoding = 'br' | 'gzip' | 'identity';

const encodingFor = (accepted: string): Encoding =>
  takes(accepted, 'br', NO_BROTLI) ? 'br' : takes(accepted, 'gzip', NO_GZIP) ? 'gzip' : 'identity';

/** A client refuses an encoding by giving it the weight 0. */
const NO_BROTLI = /br\s*;\s*q=0(\.0*)?\s*(,|$)/;
const NO_GZIP = /gzip\s*;\s*q=0(\.0*)?\s*(,|$)/;

const takes = (accepted: string, encoding: string, refused: RegExp): boolean =>
  accepted.includes(encoding) && !refused.test(accepted);
