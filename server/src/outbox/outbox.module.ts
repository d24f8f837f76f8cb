import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CONFIG } from '../platform/config.js';
import { MailTransport } from './mail-transport.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { OutboxWorker } from './outbox-worker.js';
import { OutboxService } from './outbox.service.js';
import { ShortLivedAddresses } from './short-lived-addresses.service.js';
import { transportOf } from './transport-of.js';

/** Mail of every module: taken in with what it is about, sent once. */
@Module({
  imports: [TypeOrmModule.forFeature([OutboxMessage])],
  providers: [
    OutboxService,
    OutboxWorker,
    ShortLivedAddresses,
    { provide: MailTransport, inject: [CONFIG], useFactory: transportOf },
  ],
  exports: [OutboxService, ShortLivedAddresses],
})
export class OutboxModule {}
