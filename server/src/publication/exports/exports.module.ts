import { Module } from '@nestjs/common';

import { CleaningModule } from '../../cleaning/cleaning.module.js';
import { FieldworkModule } from '../../fieldwork/fieldwork.module.js';
import { FrameModule } from '../../frame/frame.module.js';
import { InstrumentModule } from '../../instrument/instrument.module.js';
import { ReleaseExports } from './release-exports.service.js';
import { RoundExportController } from './round-export.controller.js';
import { RoundBases } from './round-basis.service.js';
import { RoundExports } from './round-export.service.js';
import { ThreadExports } from './thread-exports.js';

/** Data as files: of a release for everybody, of a round for its own team. */
@Module({
  imports: [FrameModule, InstrumentModule, FieldworkModule, CleaningModule],
  controllers: [RoundExportController],
  providers: [ReleaseExports, RoundBases, ThreadExports, RoundExports],
  exports: [ReleaseExports],
})
export class ExportsModule {}
