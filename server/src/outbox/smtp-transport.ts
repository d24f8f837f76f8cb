import type { Config } from '../platform/config.js';
import { type Mail, MailTransport } from './mail-transport.js';
import { type Outcome, toOutcome } from './to-outcome.js';
import { readOnce, toWholeMail } from './whole-mail.js';

/** Connections to the mail server at most. */
const CONNECTIONS = 5;

/** Which mail server, and who writes. */
export type SmtpSettings = Pick<Config, 'smtpUrl' | 'mailFrom'>;

/** Hands mail to a mail server, over connections that stay open while there is mail. */
export class SmtpTransport extends MailTransport {
  /** Opened for the first mail: most starts send none, and the library takes its time to load. */
  private server: ReturnType<typeof openPool> | undefined;
  /** Message-IDs whose text has been handed over to its end: before that the mail server cannot have taken the mail. */
  private readonly handedOver = new Set<string>();

  constructor(private readonly settings: SmtpSettings) {
    super();
  }

  override takes(): boolean {
    return true;
  }

  override async send({ id, recipient, subject, text, unsubscribe }: Mail): Promise<Outcome> {
    // The same message has the same id at every attempt, so that a mailbox can drop a second copy.
    const messageId = `<${id}@${this.settings.mailFrom.split('@')[1]}>`;
    try {
      this.server ??= openPool(this.settings.smtpUrl, (id) => this.handedOver.add(id));
      const server = await this.server;
      await server.sendMail({
        from: { name: 'Liaison Atlas', address: this.settings.mailFrom },
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
      return toOutcome(error, this.handedOver.has(messageId), recipient);
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
      readOnce(toWholeMail(message, typeof data.text === 'string' ? data.text : '', quotedPrintable), () =>
        onEnd(message.messageId()),
      );
    done();
  });
  return server;
}
