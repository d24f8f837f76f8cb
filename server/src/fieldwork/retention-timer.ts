import { Injectable } from '@nestjs/common';

import { type Due, RetentionTask } from '../platform/jobs/retention-task.js';
import { FurtherLinkService } from './further-link.service.js';
import { ContactRetentionService } from './contacts/contact-retention.service.js';
import { RetentionService } from './retention.service.js';

/** Asks for what is due to be erased of forms, links and contacts. */
@Injectable()
export class RetentionTimer extends RetentionTask {
  readonly what = 'Erase forms, links and contacts whose time is over';

  constructor(
    private readonly retention: RetentionService,
    private readonly further: FurtherLinkService,
    private readonly contacts: ContactRetentionService,
  ) {
    super();
  }

  async due(): Promise<Due[]> {
    return [
      { key: 'unsentForms', count: await this.retention.countUnsent() },
      { key: 'unsentAddresses', count: await this.further.countOldAddresses() },
      { key: 'contacts', count: (await this.contacts.findOld()).length },
    ];
  }

  protected async run(): Promise<void> {
    try {
      const forms = await this.retention.eraseUnsent();
      if (forms > 0) this.logger.info({ forms }, 'forms that were never sent have been erased');
      const mails = await this.further.eraseOldAddresses();
      if (mails > 0)
        this.logger.info({ mails }, 'addresses of links that could not be sent have been erased');
    } catch (error) {
      // Contacts whose time is over go all the same.
      this.logger.error({ error }, 'old forms or addresses could not be erased');
    }
    const people = await this.contacts.eraseOld();
    if (people > 0) this.logger.info({ people }, 'contacts whose time was over have been erased');
  }
}
