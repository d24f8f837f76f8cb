import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { FrameModule } from '../../frame/frame.module.js';
import { ManageRegisterResolver } from './manage-register.resolver.js';
import { RegisterDataController } from './register-data.controller.js';
import { RegisterDataService } from './register-data.service.js';
import { RegisterScope } from './register-scope.service.js';
import { RegisterDelivery, RegisterRevision, RegisterServiceRow } from './register-service.entity.js';
import { RegisterStore } from './register-store.service.js';
import { RegisterWriter } from './register-writer.service.js';
import { RegisterResolver } from './register.resolver.js';
import { ServiceRegister } from './service-register.service.js';

/** The service register: who, what, when, how, outcomes, resources, hospital by hospital. */
@Module({
  imports: [FrameModule, TypeOrmModule.forFeature([RegisterServiceRow, RegisterDelivery, RegisterRevision])],
  controllers: [RegisterDataController],
  providers: [
    ServiceRegister,
    RegisterScope,
    RegisterStore,
    RegisterWriter,
    RegisterResolver,
    ManageRegisterResolver,
    RegisterDataService,
  ],
  exports: [ServiceRegister],
})
export class RegisterModule {}
