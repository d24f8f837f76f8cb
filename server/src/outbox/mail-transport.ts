import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Config } from '../platform/config.js';
import { type Outcome, toOutcome } from './to-outcome.js';
import { readOnce, toWholeMail } from './whole-mail.js';

/** A mail with everything in it, its link too; lives in memory only. */
export interface Mail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Address at which the recipient gets no more of it, by a POST without a page; '' = none is offered. */
  readonly unsubscribe: string;
}

/** Takes mail to where people read it. */
export abstract class MailTransport {
  /** Which kinds it takes; the others stay in the outbox. */
  abstract takes(kind: string): boolean;
  abstract send(mail: Mail): Promise<Outcome>;
  close(): void {}
}

/** The transport of these settings: a mail server, a folder (production without one), or none (demo without one). */
export function transportOf(config: Config): MailTransport {
  if (config.smtpUrl !== '') return new SmtpTransport(config);
  return config.mode === 'production' ? new FolderTransport(config) : new NoTransport();
}

class NoTransport extends MailTransport {
  override takes(): boolean {
    return false;
  }

  override send(): Promise<Outcome> {
    return Promise.resolve({ is: 'unreachable', reason: 'There is no mail server.' });
  }
}

/** Folder below `DATA_DIR` where sign-in links lie when no mail server is set. */
export const LINK_FOLDER = 'sign-in-links';

/**
 * Without a mail server somebody still has to sign in first: each person's latest link lies in a file that only the
 * account which runs the product can read. Whoever reads that folder can read the database as well.
 */
class FolderTransport extends MailTransport {
  constructor(private readonly config: Config) {
    super();
  }

  override takes(kind: string): boolean {
    return kind === 'sign_in';
  }

  override send({ id, recipient, text }: Mail): Promise<Outcome> {
    const folder = join(this.config.dataDir, LINK_FOLDER);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const name = recipient.replace(/[^\w.@-]/g, '_');
    // Made afresh, since the mode of a file that is there already would stay as it is.
    writeFileSync(join(folder, `.${id}`), `${text}\n`, { mode: 0o600 });
    renameSync(join(folder, `.${id}`), join(folder, `${name}.txt`));
    return Promise.resolve({ is: 'sent', reason: 'Written to a file for whoever runs this site.' });
  }
}

/** Connections to the mail server at most. */
const CONNECTIONS = 5;

class SmtpTransport extends MailTransport {
  /** Opened for the first mail: most starts send none, and the library takes its time to load. */
  private server: ReturnType<typeof openPool> | undefined;
  /** Message-IDs whose text has been handed over to its end: before that the mail server cannot have taken the mail. */
  private readonly handedOver = new Set<string>();

  constructor(private readonly config: Config) {
    super();
  }

  override takes(): boolean {
    return true;
  }

  override async send({ id, recipient, subject, text, unsubscribe }: Mail): Promise<Outcome> {
    // The same message has the same id at every attempt, so that a mailbox can drop a second copy.
    const messageId = `<${id}@${this.config.mailFrom.split('@')[1]}>`;
    try {
      this.server ??= openPool(this.config.smtpUrl, (id) => this.handedOver.add(id));
      const server = await this.server;
      await server.sendMail({
        from: { name: 'Liaison Atlas', address: this.config.mailFrom },
        to: { name: '', address: recipient },
        messageId,
        subject,
        text,
        textEncoding: 'quoted-printable',
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(unsubscribe !== '' && {
            // RFC 8058: mail programs show a button of their own, which posts and opens no page.
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      });
      return { is: 'sent', reason: '' };
    } catch (error) {
      return toOutcome(error, this.handedOver.has(messageId));
    } finally {
      this.handedOver.delete(messageId);
    }
  }

  override close(): void {
    void this.server?.then((server) => server.close());
  }
}

/** Connections to the mail server; `onEnd` is told the Message-ID of each mail whose text is handed over. */
async function openPool(url: string, onEnd: (messageId: string) => void) {
  const [{ default: nodemailer }, quotedPrintable] = await Promise.all([
    import('nodemailer'),
    import('nodemailer/lib/qp'),
  ]);
  const server = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    // Only the outbox decides what is tried again: it alone knows what was on disk by then.
    maxRequeues: 0,
    idleTimeout: 5_000,
    // Below the lease of a message being sent: nobody else takes it up while we still wait.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // The texts are ours; nothing in them may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  server.use('stream', ({ data, message }, done) => {
    message.createReadStream = () =>
      readOnce(toWholeMail(message, String(data.text), quotedPrintable), () => onEnd(message.messageId()));
    done();
  });
  return server;
}
