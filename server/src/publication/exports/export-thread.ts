import { parentPort, workerData } from 'node:worker_threads';

import { giveWay } from '../../platform/give-way.js';
import { doWork, type Piece } from './export-work.js';
import { openOwnReader, type ReaderPlace } from '../../database/own-reader.js';
import type { FromThread, ToThread } from './work-thread.js';

/*
 * Runs in a thread of its own: makes as many files as it is asked for, a piece each time that somebody is ready for one,
 * so that they take turns and a reader who is slow keeps nobody waiting. It reads over a connection that cannot write,
 * and ends when it is told to.
 */
giveWay();
const port = parentPort;
if (port === null) throw new Error('this program is a thread of the server');
// What is said meanwhile waits until somebody listens.
const reader = await openOwnReader(workerData as ReaderPlace);
const files = new Map<number, AsyncGenerator<Piece>>();
const answer = (message: FromThread): void => port.postMessage(message);

port.on('message', (message: ToThread) => {
  const { id } = message;
  if ('work' in message) {
    files.set(id, doWork(reader, message.work));
  } else if (message.next) {
    files
      .get(id)
      ?.next()
      .then(
        ({ done, value }) => {
          if (done === true) files.delete(id);
          answer({ id, piece: done === true ? null : value });
        },
        (error: unknown) => {
          files.delete(id);
          answer({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
        },
      );
  } else {
    void files.get(id)?.return(undefined);
    files.delete(id);
  }
});
