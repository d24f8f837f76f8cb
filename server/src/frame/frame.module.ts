import { Module, type OnModuleInit } from '@nestjs/common';

import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { FrameResolver, HospitalResolver, TrustResolver } from './frame.resolver.js';
import { FrameService } from './frame.service.js';
import { ReferenceImportService } from './reference-import.service.js';
import { ReferenceSeedService } from './reference-seed.service.js';

/** The reference tables: loaded at start, before any module that counts hospitals begins. */
@Module({
  providers: [
    FrameService,
    ReferenceSeedService,
    ReferenceImportService,
    HospitalResolver,
    TrustResolver,
    FrameResolver,
  ],
  exports: [FrameService, ReferenceSeedService, ReferenceImportService],
})
export class FrameModule implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seed: ReferenceSeedService,
    private readonly frame: FrameService,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.unitOfWork.run(SYSTEM, (unit) => this.seed.seedReference(unit));
    await this.frame.reload();
  }
}
