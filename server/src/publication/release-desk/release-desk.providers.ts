import { ReleaseComposer } from './release-composer.service.js';
import { ReleaseDeskResolver } from './release-desk.resolver.js';
import { ReleaseDeskView } from './release-desk-view.js';
import { ReleaseGateService } from './release-gate.service.js';
import { ReleaseMarksService } from './release-marks.service.js';
import { ReleasePreviewService } from './release-preview.service.js';
import { ReplyDeskService } from './reply-desk.service.js';
import { ReplyMailRetention } from './reply-mail-retention.service.js';
import { ReplyPageService } from './reply-page.service.js';
import { ReplyShownRetention } from './reply-shown-retention.service.js';
import { ShownRowsService } from './shown-rows.service.js';
import { SignOffService } from './sign-off.service.js';

/** What goes before a release, and what is added to it afterwards; part of the module of publication. */
export const RELEASE_DESK = [
  ReleaseComposer,
  ShownRowsService,
  ReplyDeskService,
  ReplyPageService,
  ReplyMailRetention,
  ReplyShownRetention,
  SignOffService,
  ReleaseGateService,
  ReleasePreviewService,
  ReleaseMarksService,
  ReleaseDeskView,
  ReleaseDeskResolver,
];
