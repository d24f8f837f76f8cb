import type { Readable } from 'node:stream';

import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { FastifyRequest } from 'fastify';

import { DomainError } from '../platform/domain-error.js';
import { MOST_BYTES, tooLarge } from './read-frame-file.js';

/** Addresses that take a file; everywhere else a body of this type is refused as before. */
const UPLOAD = /^\/manage\/v1\/(frames\/[^/?]+|rounds\/[^/?]+\/contacts)\/import(\?|$)/;
const TYPE = 'text/csv';
/** Beyond this nobody waits for the rest of a file that is too large anyway. */
const MOST_DISCARDED = 10 * MOST_BYTES;

/** What of Fastify this needs. */
interface TakesParsers {
  addContentTypeParser(
    type: string,
    parser: (
      request: FastifyRequest,
      payload: Readable,
      done: (error: Error | null, body?: unknown) => void,
    ) => void,
  ): unknown;
}

/**
 * Lets files in, unread: the body stays a stream until the guard has let the request through, so that nobody without
 * permission fills the memory, and the limit of all other requests stays small.
 */
export function acceptFrameUploads(server: TakesParsers): void {
  server.addContentTypeParser(TYPE, (request, payload, done) => {
    if (UPLOAD.test(request.url)) done(null, payload);
    else done(Object.assign(new Error('unsupported media type'), { statusCode: 415 }));
  });
}

/** How much of a file is taken, and what to say of one that is larger. */
export interface UploadLimit {
  readonly mostBytes: number;
  readonly tooLarge: (size: number) => Problem;
}
const FRAME_LIMIT: UploadLimit = { mostBytes: MOST_BYTES, tooLarge };

/**
 * The file that a request brings.
 * @throws DomainError TOO_LARGE before anything of it is kept, BAD_INPUT where there is none
 */
export async function readUpload(
  { body, headers }: FastifyRequest,
  limit: UploadLimit = FRAME_LIMIT,
): Promise<Buffer> {
  if (!isStream(body))
    throw new DomainError('BAD_INPUT', 'The request brings no file.', 'file', `Send it as ${TYPE}.`);
  const declared = Number(headers['content-length'] ?? 0);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    size += (piece as Buffer).length;
    if (Math.max(size, declared) <= limit.mostBytes) pieces.push(piece as Buffer);
    else pieces.length = 0;
    if (size > MOST_DISCARDED) break;
  }
  if (Math.max(size, declared) > limit.mostBytes) {
    const { message, field, mend } = limit.tooLarge(Math.max(size, declared));
    throw new DomainError('TOO_LARGE', message, field, mend);
  }
  return Buffer.concat(pieces);
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
