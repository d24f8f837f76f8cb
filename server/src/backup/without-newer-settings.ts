import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What `pg_restore` from 17 on writes at the head of its script, and what a server before 17 does not know. */
const UNKNOWN = 'SET transaction_timeout = 0;';

/** Copies a script without that line. @returns path of the copy */
export async function withoutNewerSettings(script: string): Promise<string> {
  const copy = `${script}.older`;
  let isFirst = true;
  const leaveOut = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // The settings stand in the first few lines, and a chunk is 64 KB.
      const text = isFirst ? Buffer.from(chunk.toString('latin1').replace(UNKNOWN, ''), 'latin1') : chunk;
      isFirst = false;
      done(null, text);
    },
  });
  await pipeline(createReadStream(script), leaveOut, createWriteStream(copy, { mode: 0o600 }));
  return copy;
}
