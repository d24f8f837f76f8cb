import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import { type Mail, MailTransport } from './mail-transport.js';
import type { SmtpSettings } from './smtp-transport.js';
import type { Outcome } from './to-outcome.js';

/** What came of the mail with this id. */
export interface ThreadAnswer {
  readonly id: string;
  readonly outcome: Outcome;
}

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/** The same relative place beside the compiled modules and beside the bundle of them. */
const THREAD = new URL('../outbox/mail-thread.js', import.meta.url);

/** Not where the sources run as they are. */
export const canUseThread = (): boolean => existsSync(THREAD);

/**
 * Hands mail over in a thread of its own: the mail server goes on while this one waits for the disk, and pages are
 * answered while a mailing runs. The thread knows nothing of the store, and decides nothing.
 */
export class ThreadTransport extends MailTransport {
  /** Begun with the first mail: most starts send none. */
  private thread: Worker | undefined;
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly settings: SmtpSettings) {
    super();
  }

  override takes(): boolean {
    return true;
  }

  /** Rejects when the thread ends before it has answered: then nobody knows what came of the mail. */
  override send(mail: Mail): Promise<Outcome> {
    this.thread ??= this.begin();
    const { thread } = this;
    return new Promise((resolve, reject) => {
      this.waiting.set(mail.id, { resolve, reject });
      thread.postMessage(mail);
    });
  }

  override close(): void {
    void this.thread?.terminate();
  }

  private begin(): Worker {
    const thread = new Worker(THREAD, { workerData: this.settings });
    thread.on('message', ({ id, outcome }: ThreadAnswer) => {
      this.waiting.get(id)?.resolve(outcome);
      this.waiting.delete(id);
    });
    let cause: unknown;
    thread.once('error', (error) => (cause = error));
    thread.once('exit', () => {
      this.thread = undefined;
      for (const { reject } of this.waiting.values())
        reject(new Error('the thread that hands mail over has ended', { cause }));
      this.waiting.clear();
    });
    return thread;
  }
}
