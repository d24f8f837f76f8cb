/*
 * The thread that saves beside the writer, as it would be if it ended each time between its commit and its answer: what was
 * asked for is on the disk, and nobody is told.
 */
import { parentPort } from 'node:worker_threads';

const tell = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (reply) => {
  if (reply === 'ready') tell(reply);
  else process.exit(3);
};
await import('../../server/dist/database/saver-thread.js');
