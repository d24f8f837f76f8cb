import type { AddressInfo } from 'node:net';

import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as the mail server took it. */
export interface TakenMail {
  readonly recipient: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
}

interface SinkOptions {
  /** What to say to a recipient instead of taking the mail: `550 …` for good, `451 …` for now; '' = take it. */
  readonly refuses?: (recipient: string) => string;
  /** Takes the whole text and then ends the connection without a word, for these recipients. */
  readonly hangsUpOn?: (recipient: string) => boolean;
  /** How long it thinks about each mail, in milliseconds. */
  readonly delay?: number;
}

/** A real SMTP server on this machine that takes mail and keeps it for the test. */
export class MailSink {
  readonly taken: TakenMail[] = [];
  private readonly server: SMTPServer;

  private constructor(options: SinkOptions) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo({ address }, _session, done) {
        const reply = options.refuses?.(address) ?? '';
        done(
          reply === ''
            ? null
            : Object.assign(new Error(reply.slice(4)), { responseCode: +reply.slice(0, 3) }),
        );
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const recipient = session.envelope.rcptTo[0]?.address ?? '';
          setTimeout(() => {
            this.taken.push(toMail(recipient, Buffer.concat(chunks).toString()));
            // Its own connection only: on the others somebody else's mail may be under way.
            if (options.hangsUpOn?.(recipient)) this.connectionOf(session)?.close();
            else done();
          }, options.delay ?? 0);
        });
      },
    });
    // A client that is killed breaks its connections; that is what some tests are about.
    this.server.on('error', () => undefined);
  }

  static async open(options: SinkOptions = {}): Promise<MailSink> {
    const sink = new MailSink(options);
    await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  /** Settings that make the product send its mail here. */
  get env(): { SMTP_URL: string; MAIL_FROM: string } {
    const { port } = this.server.server.address() as AddressInfo;
    return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'survey@atlas.example' };
  }

  /** How often each recipient got a mail. */
  get perRecipient(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { recipient } of this.taken) counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
    return counts;
  }

  private connectionOf({ id }: SMTPServerSession): { close(): void } | undefined {
    return [...this.server.connections].find((each) => each.id === id);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** Reads the few parts of a mail that tests look at. Our texts are short plain text: quoted-printable at most. */
function toMail(recipient: string, raw: string): TakenMail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const text = raw
    .slice(end + 4)
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return { recipient, subject: header('Subject'), messageId: header('Message-ID'), text };
}
