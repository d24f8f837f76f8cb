import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AnalysisModule } from '../../analysis/analysis.module.js';
import { FrameModule } from '../../frame/frame.module.js';
import { OutboxModule } from '../../outbox/outbox.module.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { ProfileAreasModule } from '../profile-areas.module.js';
import { ManageRegisterResolver } from './manage-register.resolver.js';
import { RegisterCorrections } from './register-corrections.service.js';
import { RegisterDataController } from './register-data.controller.js';
import { RegisterDataService } from './register-data.service.js';
import {
  RegisterContact,
  RegisterCorrection,
  RegisterDecision,
  RegisterSender,
} from './register-inbox.entity.js';
import { RegisterInboxResolver } from './register-inbox.resolver.js';
import { RegisterLimit } from './register-limit.js';
import { RegisterProposals } from './register-proposals.service.js';
import { RegisterReadersResolver } from './register-readers.resolver.js';
import { RegisterRetention } from './register-retention.service.js';
import { RegisterScope } from './register-scope.service.js';
import { RegisterDelivery, RegisterRevision, RegisterServiceRow } from './register-service.entity.js';
import { RegisterStore } from './register-store.service.js';
import { RegisterTiers } from './register-tiers.js';
import { RegisterWriter } from './register-writer.service.js';
import { RegisterResolver } from './register.resolver.js';
import { ServiceRegister } from './service-register.service.js';
import { TeamQuestions } from './team-questions.service.js';

/** The service register: who, what, when, how, outcomes, resources, hospital by hospital. */
@Module({
  imports: [
    AnalysisModule,
    FrameModule,
    OutboxModule,
    ProfileAreasModule,
    PublicationModule,
    TypeOrmModule.forFeature([
      RegisterServiceRow,
      RegisterDelivery,
      RegisterRevision,
      RegisterDecision,
      RegisterCorrection,
      RegisterSender,
      RegisterContact,
    ]),
  ],
  controllers: [RegisterDataController],
  providers: [
    ServiceRegister,
    RegisterTiers,
    RegisterScope,
    RegisterStore,
    RegisterWriter,
    RegisterResolver,
    ManageRegisterResolver,
    RegisterDataService,
    RegisterProposals,
    RegisterCorrections,
    TeamQuestions,
    RegisterLimit,
    RegisterRetention,
    RegisterInboxResolver,
    RegisterReadersResolver,
  ],
  exports: [ServiceRegister],
})
export class RegisterModule {}
