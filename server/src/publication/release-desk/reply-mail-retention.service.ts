import { Injectable } from '@nestjs/common';

import { ShortLivedAddresses } from '../../outbox/short-lived-addresses.service.js';
import { type Due, RetentionTask } from '../../platform/jobs/retention-task.js';
import { REPLY_MAIL } from './reply-mail.js';

/** Erases the addresses of mails with a right of reply that were refused, given up, or have waited for a week. */
@Injectable()
export class ReplyMailRetention extends RetentionTask {
  readonly what = 'Erase old addresses of rights of reply';

  constructor(private readonly addresses: ShortLivedAddresses) {
    super();
  }

  /** Gives how many addresses were erased. */
  eraseOldAddresses(): Promise<number> {
    return this.addresses.eraseOld(REPLY_MAIL);
  }

  async due(): Promise<Due[]> {
    return [{ key: 'unsentAddresses', count: await this.addresses.countOld(REPLY_MAIL) }];
  }

  protected async run(): Promise<void> {
    const mails = await this.eraseOldAddresses();
    if (mails > 0) this.logger.info({ mails }, 'addresses of rights of reply have been erased');
  }
}
