import { Module } from '@nestjs/common';

import { FieldworkModule } from '../../fieldwork/fieldwork.module.js';
import { FrameModule } from '../../frame/frame.module.js';
import { HistoryResolver } from './history.resolver.js';
import { HistoryService } from './history.service.js';

/** Who did what when, for those who lead. */
@Module({ imports: [FieldworkModule, FrameModule], providers: [HistoryService, HistoryResolver] })
export class HistoryModule {}
