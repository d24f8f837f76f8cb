import { parentPort, workerData } from 'node:worker_threads';

import type { Mail } from './mail-transport.js';
import { SmtpTransport, type SmtpSettings } from './smtp-transport.js';
import type { ThreadAnswer } from './thread-transport.js';

/*
 * Runs in a thread of its own: hands over each mail that it is sent, and answers with what came of it. An error ends
 * the thread; what it had in hand is then in doubt.
 */
const transport = new SmtpTransport(workerData as SmtpSettings);
parentPort?.on('message', (mail: Mail) => {
  void transport.send(mail).then((outcome) => {
    const answer: ThreadAnswer = { id: mail.id, outcome };
    parentPort?.postMessage(answer);
  });
});
