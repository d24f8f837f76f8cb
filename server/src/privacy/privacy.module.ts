import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module.js';
import { AccountRetention } from './account-retention.service.js';
import { PersonalDataService } from './personal-data.service.js';
import { PrivacyResolver } from './privacy.resolver.js';
import { RectifyService } from './rectify.service.js';
import { RetentionState } from './retention-state.service.js';

/** What is kept about a person: found, handed out, put right, erased on request and by time. */
@Module({
  imports: [OutboxModule],
  providers: [PersonalDataService, RectifyService, RetentionState, AccountRetention, PrivacyResolver],
})
export class PrivacyModule {}
