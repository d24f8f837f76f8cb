import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AccessGuard } from './access.guard.js';
import { Session } from './session.entity.js';
import { SessionService } from './session.service.js';
import { ViewerResolver } from './viewer.resolver.js';

/** Who may do what: sessions, the guard that every operation passes, the viewer. */
@Module({
  imports: [TypeOrmModule.forFeature([Session])],
  providers: [SessionService, ViewerResolver, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [SessionService],
})
export class AccessModule {}
