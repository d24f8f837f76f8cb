import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import nodemailer from 'nodemailer';

import type { Config } from '../../platform/config.js';
import type { MailKind } from './outbox-message.entity.js';

/** A mail with everything in it, its link too; lives in memory only. */
export interface Mail {
  readonly id: string;
  readonly kind: MailKind;
  readonly subjectId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * What came of handing a mail over: `later` = certainly not sent, may be tried again; `never` = certainly not sent and
 * never will be; `unsure` = the connection broke after the text had begun, so it may have been sent.
 */
export type Outcome =
  | { readonly is: 'sent'; readonly reason: string }
  | { readonly is: 'later' | 'never' | 'unsure'; readonly reason: string };

/** Takes mail to where people read it. */
export abstract class MailTransport {
  /** Which kinds it takes; the others stay in the outbox. */
  abstract readonly kinds: readonly MailKind[];
  abstract send(mail: Mail): Promise<Outcome>;
  close(): void {}
}

/** The transport of these settings: a mail server, a folder (production without one), or none (demo without one). */
export function transportOf(config: Config): MailTransport {
  if (config.smtpUrl !== '') return new SmtpTransport(config);
  return config.mode === 'production' ? new FolderTransport(config) : new NoTransport();
}

class NoTransport extends MailTransport {
  readonly kinds = [];
  send(): Promise<Outcome> {
    return Promise.resolve({ is: 'never', reason: 'There is no mail server.' });
  }
}

/** Folder below `DATA_DIR` where sign-in links lie when no mail server is set. */
export const LINK_FOLDER = 'sign-in-links';

/**
 * Without a mail server somebody still has to sign in first: each person's latest link lies in a file that only the
 * account which runs the product can read. Whoever reads that folder can read the database as well.
 */
class FolderTransport extends MailTransport {
  readonly kinds = ['sign_in'] as const;

  constructor(private readonly config: Config) {
    super();
  }

  send({ id, recipient, text }: Mail): Promise<Outcome> {
    const folder = join(this.config.dataDir, LINK_FOLDER);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const name = recipient.replace(/[^\w.@-]/g, '_');
    // Made afresh, since the mode of a file that is there already would stay as it is.
    writeFileSync(join(folder, `.${id}`), `${text}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(join(folder, `.${id}`), join(folder, `${name}.txt`));
    return Promise.resolve({ is: 'sent', reason: 'Written to a file for whoever runs this site.' });
  }
}

class SmtpTransport extends MailTransport {
  readonly kinds = ['sign_in', 'welcome'] as const;
  private readonly server: ReturnType<typeof nodemailer.createTransport>;

  constructor(private readonly config: Config) {
    super();
    this.server = nodemailer.createTransport({
      url: config.smtpUrl,
      // Below the lease of a message being sent: nobody else takes it up while we still wait.
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // The texts are ours; nothing in them may name a file or an address to be fetched.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, recipient, subject, text }: Mail): Promise<Outcome> {
    try {
      await this.server.sendMail({
        from: { name: 'Liaison Atlas', address: this.config.mailFrom },
        to: { name: '', address: recipient },
        // The same message has the same id at every attempt, so that a mailbox can drop a second copy.
        messageId: `<${id}@${this.config.mailFrom.split('@')[1]}>`,
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { is: 'sent', reason: '' };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  override close(): void {
    this.server.close();
  }
}

/** What a mail server's error means for the message. A code of the server is its word that it did not take it. */
export function outcomeOf(error: unknown): Outcome {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  if (typeof responseCode === 'number')
    return {
      is:
        responseCode >= 500 && command !== 'CONN' && !String(command).startsWith('AUTH') ? 'never' : 'later',
      reason: `The mail server refused it (${responseCode}).`,
    };
  // Without a code: before the text was begun nothing can have been sent.
  if (command !== 'DATA' && command !== undefined)
    return { is: 'later', reason: 'The mail server could not be reached.' };
  return { is: 'unsure', reason: UNSURE };
}

export const UNSURE =
  'Not known whether it was sent: the connection ended in the middle. Not sent again by itself.';
