import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { ZipFile } from 'yazl';

/** A file of a package that has been written, with what was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, in small hexadecimal digits. */
  readonly sha256: string;
}

/** A file on its way into a package. `content` is asked for when those before it are written, and is told what they were. */
export interface ZipPart {
  readonly name: string;
  readonly content: (before: readonly WrittenFile[]) => AsyncIterable<string | Buffer> | string | Buffer;
}

/** Read and write for everybody's owner, read for the others: what unpacking a file should give. */
const MODE = 0o100_644;
/** A round number between speed and size; text packs well at any. */
const LEVEL = 6;

/**
 * A zip file that is written while its parts are read, one after the other: it needs no more memory than one piece of
 * one part. A part that cannot be read ends the stream with its failure, so that nobody takes half a package for a whole.
 * @param at stands as the time of every file, so that the same parts give the same bytes
 */
export function zipStream(parts: readonly ZipPart[], at: string): Readable {
  const zip = new ZipFile();
  const written: WrittenFile[] = [];
  let current: Readable | undefined;
  // The library types its output as a bare stream; it is a PassThrough.
  const output = zip.outputStream as Readable;
  const options = { mtime: new Date(at), mode: MODE, compressionLevel: LEVEL };
  for (const { name, content } of parts)
    zip.addReadStreamLazy(name, options, (ready) => {
      const stream = Readable.from(hashed(name, content, written), { objectMode: false });
      stream.once('error', (error) => output.destroy(error));
      current = stream;
      ready(null, stream);
    });
  // Nobody reads the package any more: nobody needs the rest of the part.
  output.once('close', () => current?.destroy());
  zip.end();
  return output;
}

async function* hashed(
  name: string,
  content: ZipPart['content'],
  written: WrittenFile[],
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  const whole = content([...written]);
  const pieces = typeof whole === 'string' || Buffer.isBuffer(whole) ? [whole] : whole;
  for await (const piece of pieces) {
    const buffer = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    hash.update(buffer);
    bytes += buffer.length;
    yield buffer;
  }
  written.push({ name, bytes, sha256: hash.digest('hex') });
}
