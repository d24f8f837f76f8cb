import {
  ALSO_FIELD,
  toAlsoPage,
  toBegunPage,
  toHandedOverPage,
  toHandOverPage,
} from '@liaison-atlas/shared/fieldwork/to-link-pages';
import { HOSPITAL_VARIABLE } from '@liaison-atlas/shared/instrument/keys';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Inject, Injectable } from '@nestjs/common';

import { DraftService } from '../fieldwork/draft.service.js';
import { FurtherLinkService } from '../fieldwork/further-link.service.js';
import { type Config, CONFIG } from '../platform/config.js';
import { newToken } from '../platform/ids.js';
import { HospitalChoices } from './hospital-choices.js';
import { expectedRevision, isSet, type PostedForm, valueOf } from './read-form.js';
import { NO_REVISION, type OpenLink, RespondPagesService } from './respond-pages.service.js';
import { type RespondReply, showPage, UNUSABLE } from './respond-reply.js';

/** The pages of a link that ask no question of the survey: the link itself, further hospitals, handing over. */
@Injectable()
export class LinkPagesService {
  constructor(
    private readonly pages: RespondPagesService,
    private readonly drafts: DraftService,
    private readonly further: FurtherLinkService,
    private readonly hospitals: HospitalChoices,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The page by which a form that was begun by an open link goes on; `mailed` = an address was left. */
  begun(token: string, mailed: boolean): Promise<RespondReply> {
    return this.whileOpen(token, ({ view, context }) => {
      const mail = mailed ? (this.further.sends ? 'on_its_way' : 'no_mail') : 'not_wanted';
      return showPage(toBegunPage(view, context, this.addressOf(token), mail));
    });
  }

  also(token: string): Promise<RespondReply> {
    return this.whileOpen(token, (link) => showPage(this.alsoPage(link)));
  }

  /** Saves the further hospitals; "Add" comes back to the page, "Save" goes to the check page. */
  saveAlso(token: string, form: PostedForm): Promise<RespondReply> {
    return this.whileOpen(token, async (link) => {
      const { base } = link.context;
      const codes = [...(form[ALSO_FIELD] ?? []), valueOf(form, 'another')].filter((code) => code !== '');
      const revision = expectedRevision(form);
      const again = (problems: readonly Problem[], status: number): RespondReply =>
        showPage(this.alsoPage(link, { chosen: codes, problems }), status);
      if (revision === undefined) return again([NO_REVISION], 422);
      const saved = await this.drafts.saveAlsoFor(link.leadsTo, { codes, expectedRevision: revision });
      if (saved === 'unusable') return this.pages.closed(link);
      if ('stale' in saved) {
        // The same choice saved by a second press of the button: nothing to decide.
        const now = await this.pages.open(token);
        if (now === undefined) return UNUSABLE;
        return showPage(this.alsoPage(now, { chosen: codes, problems: [CHANGED_MEANWHILE] }), 409);
      }
      if (!saved.ok) return again(saved.problems, 422);
      return { redirect: isSet(form, 'add') ? `${base}/also` : `${base}/check` };
    });
  }

  handOver(token: string): Promise<RespondReply> {
    return this.whileOpen(token, ({ view, context }) => showPage(toHandOverPage(view, context, newToken())));
  }

  /** Sends the colleague's link; what follows is a page that says so and names nobody. */
  sendOver(token: string, form: PostedForm): Promise<RespondReply> {
    return this.whileOpen(token, async (link) => {
      const { view, context } = link;
      const [email, key] = [valueOf(form, 'email'), valueOf(form, 'key')];
      const sent = await this.further.handOver(token, { email, key });
      if (sent === 'unusable') return this.pages.closed(link);
      if (sent.ok) return { redirect: `${context.base}/handed-over` };
      const tooMany = sent.problems.some(({ code }) => code === 'TOO_MANY');
      const attempt = { email, problems: sent.problems };
      return showPage(toHandOverPage(view, context, key || newToken(), attempt), tooMany ? 429 : 422);
    });
  }

  handedOver(token: string): Promise<RespondReply> {
    return this.whileOpen(token, ({ view, context }) =>
      showPage(toHandedOverPage(view, context, this.addressOf(token), this.further.sends)),
    );
  }

  /** These pages are for whoever may still answer; others are led to what their link shows. */
  private async whileOpen(
    token: string,
    show: (link: OpenLink) => RespondReply | Promise<RespondReply>,
  ): Promise<RespondReply> {
    const link = await this.pages.open(token);
    if (link === undefined) return UNUSABLE;
    return link.view.mayAnswer ? show(link) : { redirect: link.context.base };
  }

  private alsoPage({ view, context }: OpenLink, attempt?: Parameters<typeof toAlsoPage>[3]) {
    const own = view.draft[HOSPITAL_VARIABLE];
    const code = own !== undefined && 'given' in own ? String(own.given) : '';
    return toAlsoPage(view, context, this.hospitals.sameTrust(view.round, code), attempt);
  }

  private addressOf(token: string): string {
    return `${this.config.publicUrl}/respond/${token}`;
  }
}

const CHANGED_MEANWHILE: Problem = {
  code: 'CHANGED_MEANWHILE',
  field: ALSO_FIELD,
  message: 'The form was changed on another device after this page was opened, so nothing was saved.',
  mend: 'Look at the choice below and save it again.',
};
