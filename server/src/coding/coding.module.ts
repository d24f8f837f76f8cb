import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CleaningModule } from '../cleaning/cleaning.module.js';
import { FieldworkModule } from '../fieldwork/fieldwork.module.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { AdjudicationService } from './adjudication.service.js';
import { AgreementService } from './agreement.service.js';
import { CodebookFileController } from './codebook-file.controller.js';
import { CodebookResolver } from './codebook.resolver.js';
import { CodebookService } from './codebook.service.js';
import { CodedRoundService } from './coded-round.service.js';
import { CodingDeskService } from './coding-desk.service.js';
import { CodingTaskService } from './coding-task.service.js';
import { CodingResolver } from './coding.resolver.js';
import { CommentUnitsService } from './comment-units.service.js';
import { QuotationResolver } from './quotation.resolver.js';
import { QuotationService } from './quotation.service.js';
import { SuggestionResolver } from './suggestion.resolver.js';
import { SuggestionService } from './suggestion.service.js';
import { ThemeCodingService } from './theme-coding.service.js';

/** Free text: codebooks, two coders blind to each other, agreement, decisions between them, quotations. */
@Module({
  imports: [FieldworkModule, CleaningModule, InstrumentModule, TypeOrmModule.forFeature([ResponseRevision])],
  controllers: [CodebookFileController],
  providers: [
    CommentUnitsService,
    CodebookService,
    CodingTaskService,
    CodingDeskService,
    CodedRoundService,
    AdjudicationService,
    AgreementService,
    QuotationService,
    SuggestionService,
    ThemeCodingService,
    CodebookResolver,
    CodingResolver,
    QuotationResolver,
    SuggestionResolver,
  ],
  exports: [CommentUnitsService, CodedRoundService, QuotationService, ThemeCodingService],
})
export class CodingModule {}
