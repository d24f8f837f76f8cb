import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Config } from '../platform/config.js';
import { type Mail, MailTransport } from './mail-transport.js';
import { SmtpTransport } from './smtp-transport.js';
import { canUseThread, ThreadTransport } from './thread-transport.js';
import type { Outcome } from './to-outcome.js';

/** The transport of these settings: a mail server, a folder (production without one), or none (demo without one). */
export function transportOf(config: Config): MailTransport {
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl !== '')
    return canUseThread()
      ? new ThreadTransport({ smtpUrl, mailFrom })
      : new SmtpTransport({ smtpUrl, mailFrom });
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

/** Folder below `DATA_DIR` where links to sign in, or to confirm an address, lie when no mail server is set. */
export const LINK_FOLDER = 'sign-in-links';

/** The kinds of mail without which nobody could sign in, or never again with an address that was put right. */
const HANDED_OVER: readonly string[] = ['sign_in', 'address_change'];

/** The file with the latest link of an address, where there is no mail server. */
const linkFile = (dataDir: string, recipient: string): string =>
  join(dataDir, LINK_FOLDER, `${recipient.replace(/[^\w.@-]/g, '_')}.txt`);

/** Removes the files with links of these addresses, which work no more; there are some only without a mail server. */
export function removeLinkFiles({ dataDir }: Pick<Config, 'dataDir'>, recipients: readonly string[]): void {
  for (const recipient of recipients) rmSync(linkFile(dataDir, recipient), { force: true });
}

/**
 * Without a mail server somebody still has to sign in first: each person's latest link lies in a file that only the
 * account which runs the product can read. Whoever reads that folder can read the database as well.
 */
class FolderTransport extends MailTransport {
  constructor(private readonly config: Config) {
    super();
  }

  override takes(kind: string): boolean {
    return HANDED_OVER.includes(kind);
  }

  override send({ id, recipient, text }: Mail): Promise<Outcome> {
    const folder = join(this.config.dataDir, LINK_FOLDER);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Made afresh, since the mode of a file that is there already would stay as it is.
    writeFileSync(join(folder, `.${id}`), `${text}\n`, { mode: 0o600 });
    renameSync(join(folder, `.${id}`), linkFile(this.config.dataDir, recipient));
    return Promise.resolve({ is: 'sent', reason: 'Written to a file for whoever runs this site.' });
  }
}
