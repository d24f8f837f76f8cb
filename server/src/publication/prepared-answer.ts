import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { sha256 } from '../platform/ids.js';
import { mayBeRepeated } from '../platform/ready-answers.js';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

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

/** Compresses once, off the event loop. Brotli at 9: a release is compressed rarely and sent often. */
export async function prepareAnswer(
  body: string | Buffer,
  head: Pick<PreparedAnswer, 'contentType' | 'fileName' | 'cacheControl'>,
): Promise<PreparedAnswer> {
  const plain = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  const [br, gz] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    deflate(plain, { level: 9 }),
  ]);
  return { ...head, etag: `"${sha256(plain).slice(0, 32)}"`, plain, br, gzip: gz };
}

/** Sends ready bytes: 304 when the client has them, else in the best encoding that it takes. */
export function sendPrepared(request: FastifyRequest, reply: FastifyReply, answer: PreparedAnswer): void {
  void reply
    .header('etag', answer.etag)
    .header('cache-control', answer.cacheControl)
    .header('vary', 'accept-encoding');
  const known = request.headers['if-none-match'];
  if (
    known !== undefined &&
    (known === '*' || known.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === answer.etag))
  ) {
    void reply.status(304).send();
    return;
  }
  void reply.header('content-type', answer.contentType);
  if (answer.fileName !== '')
    void reply.header('content-disposition', `attachment; filename="${answer.fileName}"`);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = takes(accepted, 'br', NO_BROTLI)
    ? 'br'
    : takes(accepted, 'gzip', NO_GZIP)
      ? 'gzip'
      : 'identity';
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  const body = encoding === 'identity' ? answer.plain : answer[encoding];
  mayBeRepeated(reply, body);
  void reply.send(body);
}

/** A client refuses an encoding by giving it the weight 0. */
const NO_BROTLI = /br\s*;\s*q=0(\.0*)?\s*(,|$)/;
const NO_GZIP = /gzip\s*;\s*q=0(\.0*)?\s*(,|$)/;

const takes = (accepted: string, encoding: string, refused: RegExp): boolean =>
  accepted.includes(encoding) && !refused.test(accepted);
