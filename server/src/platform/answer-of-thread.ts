import type { Worker } from 'node:worker_threads';

/** What a thread answers that does one thing. @throws Error what it fails over; `ended` where it ends before it has answered */
export const answerOf = <Answer>(thread: Worker, ended: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error(ended)));
  });
