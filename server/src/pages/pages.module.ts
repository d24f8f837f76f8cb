import { Module } from '@nestjs/common';

import { CleaningModule } from '../cleaning/cleaning.module.js';
import { FieldworkModule } from '../fieldwork/fieldwork.module.js';
import { FrameModule } from '../frame/frame.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { PublicationModule } from '../publication/publication.module.js';
import { AppFiles } from './app-files.service.js';
import { AppController } from './app.controller.js';
import { ComparePageService } from './compare-page.service.js';
import { HospitalChoices } from './hospital-choices.js';
import { LinkPagesService } from './link-pages.service.js';
import { OpenLinkController } from './open-link.controller.js';
import { OptOutController } from './opt-out.controller.js';
import { PageRenderer } from './page-renderer.js';
import { PreviewController } from './preview.controller.js';
import { ReplyController } from './reply.controller.js';
import { RespondAssetsController } from './respond-assets.controller.js';
import { RespondErrorFilter } from './respond-error.filter.js';
import { RespondController } from './respond.controller.js';
import { RespondPagesService } from './respond-pages.service.js';
import { SiteQuestionController } from './site-question.controller.js';
import { SavePageService } from './save-page.service.js';

/** The pages that the server renders itself: answering by link. */
@Module({
  imports: [FrameModule, InstrumentModule, FieldworkModule, CleaningModule, PublicationModule],
  // The last route answers whatever is left, so its controller stands last.
  controllers: [
    RespondController,
    OpenLinkController,
    OptOutController,
    SiteQuestionController,
    ReplyController,
    RespondAssetsController,
    PreviewController,
    AppController,
  ],
  providers: [
    AppFiles,
    PageRenderer,
    HospitalChoices,
    RespondErrorFilter,
    RespondPagesService,
    SavePageService,
    LinkPagesService,
    ComparePageService,
  ],
})
export class PagesModule {}
