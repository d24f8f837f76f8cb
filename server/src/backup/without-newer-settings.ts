import { Transform } from 'node:stream';

/** What `pg_restore` from 17 on writes at the head of its script, and what a server before 17 does not know. */
const UNKNOWN = 'SET transaction_timeout = 0;';

/** Lets a script through without that line. */
export function withoutNewerSettings(): Transform {
  let head = Buffer.alloc(0);
  let isHead = true;
  // The settings stand in the first few lines: as much is held back as surely holds them.
  const enough = 4096;
  const passOn = (): Buffer => {
    isHead = false;
    return Buffer.from(head.toString('latin1').replace(UNKNOWN, ''), 'latin1');
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!isHead) return done(null, chunk);
      head = Buffer.concat([head, chunk]);
      done(null, head.length < enough ? undefined : passOn());
    },
    flush(done) {
      done(null, isHead ? passOn() : undefined);
    },
  });
}
