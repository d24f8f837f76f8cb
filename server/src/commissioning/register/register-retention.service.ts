import { Injectable } from '@nestjs/common';

import { ShortLivedAddresses } from '../../outbox/short-lived-addresses.service.js';
import { type Due, RetentionTask } from '../../platform/jobs/retention-task.js';
import { RegisterCorrections } from './register-corrections.service.js';
import { CORRECTION_ANSWER, TEAM_QUESTION } from './register-mail.js';

/** Erases what readers wrote and whom mails about it went to, when their time is over. */
@Injectable()
export class RegisterRetention extends RetentionTask {
  readonly what = 'Erase old corrections to the service register, and addresses of who asked';

  constructor(
    private readonly corrections: RegisterCorrections,
    private readonly addresses: ShortLivedAddresses,
  ) {
    super();
  }

  async due(): Promise<Due[]> {
    let mails = 0;
    for (const kind of [CORRECTION_ANSWER, TEAM_QUESTION]) mails += await this.addresses.countOld(kind);
    return [
      { key: 'corrections', count: await this.corrections.countOld() },
      { key: 'unsentAddresses', count: mails },
    ];
  }

  protected async run(): Promise<void> {
    const corrections = await this.corrections.eraseOld();
    let mails = 0;
    for (const kind of [CORRECTION_ANSWER, TEAM_QUESTION]) mails += await this.addresses.eraseOld(kind);
    if (corrections + mails > 0)
      this.logger.info(
        { corrections, mails },
        'words and addresses of readers of the register have been erased',
      );
  }
}
