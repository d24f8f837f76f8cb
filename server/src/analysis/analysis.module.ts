import { Module } from '@nestjs/common';

import { CleaningModule } from '../cleaning/cleaning.module.js';
import { FrameModule } from '../frame/frame.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { FiguresService } from './figures.service.js';
import { FormStatisticsService } from './form-statistics.service.js';
import { RecordedTiers } from './recorded-tiers.js';

/** Figures from the cleaned answers of a round. */
@Module({
  imports: [FrameModule, InstrumentModule, CleaningModule],
  providers: [FiguresService, FormStatisticsService, RecordedTiers],
  exports: [FiguresService, FormStatisticsService, RecordedTiers],
})
export class AnalysisModule {}
