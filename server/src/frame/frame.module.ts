import { Module, type OnModuleInit } from '@nestjs/common';

import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { FrameFileController } from './frame-file.controller.js';
import { FrameImportController } from './frame-import.controller.js';
import { FrameImportService } from './frame-import.service.js';
import { FrameRefreshService } from './frame-refresh.service.js';
import { FrameUnitService } from './frame-unit.service.js';
import { FrameResolver, HospitalResolver, TrustResolver } from './frame.resolver.js';
import { FrameService } from './frame.service.js';
import { ManageFrameResolver } from './manage-frame.resolver.js';
import { ManageFrameService } from './manage-frame.service.js';
import { PostcodeService } from './postcode.service.js';
import { ReferenceImportService } from './reference-import.service.js';
import { ReferenceSeedService } from './reference-seed.service.js';
import { SiteAliasService } from './site-alias.service.js';

/** The reference tables, loaded at start before any module that counts hospitals begins, and the sampling frames. */
@Module({
  controllers: [FrameImportController, FrameFileController],
  providers: [
    FrameService,
    PostcodeService,
    ReferenceSeedService,
    ReferenceImportService,
    HospitalResolver,
    TrustResolver,
    FrameResolver,
    ManageFrameService,
    FrameUnitService,
    FrameImportService,
    SiteAliasService,
    FrameRefreshService,
    ManageFrameResolver,
  ],
  exports: [FrameService, PostcodeService, ReferenceSeedService, ReferenceImportService],
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
