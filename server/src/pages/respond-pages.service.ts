import { type AnsweringView, wasSent } from '@liaison-atlas/shared/fieldwork/answering-view';
import { firstUnanswered, pageAfter, pagesToShow } from '@liaison-atlas/shared/fieldwork/next-page';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import {
  type RespondContext,
  toCheckPage,
  toInformation,
  toLaterPage,
  toQuestionPage,
  toReceiptPage,
  toWithdrawnPage,
  toWithdrawPage,
} from '@liaison-atlas/shared/fieldwork/to-respond-page';
import { refuse } from '@liaison-atlas/shared/kernel/result';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { inSecondLanguage } from '@liaison-atlas/shared/instrument/in-language';
import { Inject, Injectable } from '@nestjs/common';

import { LastTimeService } from '../cleaning/last-time.service.js';
import { AnsweringService } from '../fieldwork/answering.service.js';
import type { Link } from '../fieldwork/link.service.js';
import { MailedLinkService } from '../fieldwork/mailing/mailed-link.service.js';
import { WithdrawalService } from '../fieldwork/withdrawal.service.js';
import { type Config, CONFIG } from '../platform/config.js';
import { HospitalChoices } from './hospital-choices.js';
import { idempotencyKey } from './idempotency-key.js';
import { expectedRevision, type PostedForm, valueOf } from './read-form.js';
import type { PageLanguage } from './page-language.js';
import { type RespondReply, showPage, UNUSABLE } from './respond-reply.js';

/** An opened link: its data, and what its pages are made with. */
export interface OpenLink {
  readonly token: string;
  readonly leadsTo: Link;
  readonly view: AnsweringView;
  readonly context: RespondContext;
}

/**
 * Decides which answering page a request gets. Reading never changes an answer: mail scanners open links. Only that a
 * mailed link was opened is noted, once.
 */
@Injectable()
export class RespondPagesService {
  constructor(
    private readonly answering: AnsweringService,
    private readonly withdrawal: WithdrawalService,
    private readonly mailed: MailedLinkService,
    private readonly hospitals: HospitalChoices,
    private readonly lastTime: LastTimeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The link's data, with hospitals named as the round names them; undefined when the link cannot be used. */
  async open(token: string, language: PageLanguage = ''): Promise<OpenLink | undefined> {
    const found = await this.answering.open(token);
    if (found === 'unusable') return undefined;
    const { link: leadsTo, view: opened } = found;
    const instrument = language === 'second' ? inSecondLanguage(opened.instrument) : opened.instrument;
    const { odsCode } = opened.hospital;
    const hospitals = this.hospitals.of(opened.round, odsCode);
    const name = hospitals.find((choice) => choice.odsCode === odsCode)?.name ?? opened.hospital.name;
    const lastTime = await this.lastTime.of(opened.round, opened.instrument, odsCode);
    return {
      token,
      leadsTo,
      view: { ...opened, instrument, hospital: { odsCode, name } },
      context: {
        base: `/respond/${token}`,
        hospitals,
        inSecondLanguage: language === 'second',
        ...(lastTime && { lastTime }),
      },
    };
  }

  /** Where somebody who opens the bare link goes on: information, first open question, check page or receipt. */
  async enter(token: string): Promise<RespondReply> {
    const link = await this.open(token);
    if (link === undefined) return UNUSABLE;
    await this.mailed.noteOpened(token);
    const { view, context } = link;
    if (view.withdrawn) return { redirect: `${context.base}/withdrawn` };
    if (wasSent(view)) return { redirect: `${context.base}/receipt` };
    return {
      redirect: view.draftRevision === 0 ? `${context.base}/information` : this.goOn(link, view.draft),
    };
  }

  /** One page by its name; a name that is no page (any more) leads back to the entrance. */
  async show(
    token: string,
    pageId: string,
    fromCheck: boolean,
    language: PageLanguage = '',
  ): Promise<RespondReply> {
    const link = await this.open(token, language);
    if (link === undefined) return UNUSABLE;
    const { view, context } = link;
    const entrance: RespondReply = { redirect: context.base };
    if (view.withdrawn) return pageId === 'withdrawn' ? showPage(toWithdrawnPage(view, context)) : entrance;
    if (pageId === 'withdraw') return this.orEntrance(toWithdrawPage(view, context), entrance);
    if (pageId === 'receipt') return this.orEntrance(toReceiptPage(view, context), entrance);
    // The time for corrections is over: the receipt is all there is to see.
    if (!view.mayAnswer) return entrance;
    if (pageId === 'information') return showPage(toInformation(view, context, this.start(link)));
    if (pageId === 'later') return showPage(toLaterPage(view, context, this.config.publicUrl + context.base));
    if (pageId === 'check') return this.check(link);
    return this.orEntrance(toQuestionPage(view, context, pageId, { returnToCheck: fromCheck }), entrance);
  }

  /** The check page, with what stands in the way of sending. */
  check(link: OpenLink, problems: readonly Problem[] = [], reason = ''): RespondReply {
    const { token, view, context } = link;
    const key = idempotencyKey(token, view.draftRevision);
    const page = toCheckPage(view, context, { idempotencyKey: key, problems, reason });
    return showPage(page, problems.length > 0 ? 422 : 200);
  }

  /** Sends the form: the receipt follows, or the check page says what is to be put right. */
  async send(token: string, form: PostedForm, language: PageLanguage = ''): Promise<RespondReply> {
    const revision = expectedRevision(form);
    const reason = valueOf(form, 'reason');
    const result =
      revision === undefined
        ? refuse(NO_REVISION)
        : await this.answering.submit(token, {
            idempotencyKey: valueOf(form, 'idempotencyKey'),
            expectedRevision: revision,
            reason,
          });
    if (result !== 'unusable' && result.ok) return { redirect: `/respond/${token}/receipt` };
    // Read only now: what stands in the way may be that the form was changed elsewhere.
    const link = await this.open(token, language);
    if (link === undefined) return UNUSABLE;
    return result === 'unusable' ? this.closed(link) : this.check(link, result.problems, reason);
  }

  /** Withdraws the form: what follows is the page that says so. */
  async withdraw(token: string): Promise<RespondReply> {
    const result = await this.withdrawal.withdraw(token);
    if (result === 'unusable') return UNUSABLE;
    const base = `/respond/${token}`;
    if (result.ok) return { redirect: `${base}/withdrawn` };
    return showPage(
      {
        kind: 'trouble',
        heading: 'Nothing was withdrawn',
        message: result.problems.map(({ message, mend }) => `${message} ${mend}`).join(' '),
        back: { href: base, text: 'Go back to the survey' },
      },
      409,
    );
  }

  /** The holder of a good link comes too late. */
  closed({ view, context }: OpenLink): RespondReply {
    const { round } = view;
    if (view.withdrawn) return { redirect: `${context.base}/withdrawn` };
    return showPage({ kind: 'closed', roundTitle: round.title, synthetic: round.kind === 'synthetic' }, 409);
  }

  /** The address after a page was saved: the next one, the same with what it has opened, or back to the check page as soon as nothing is open. */
  after({ view, context }: OpenLink, pageId: string, draft: Answers, returnToCheck: boolean): string {
    if (returnToCheck) {
      const open = firstUnanswered(view.instrument, draft);
      return open === undefined ? `${context.base}/check` : `${context.base}/${open.id}?from=check`;
    }
    return `${context.base}/${pageAfter(view.instrument, draft, pageId)?.id ?? 'check'}`;
  }

  private goOn({ view, context }: OpenLink, draft: Answers): string {
    return `${context.base}/${firstUnanswered(view.instrument, draft)?.id ?? 'check'}`;
  }

  /** Before anything is saved that is the first page, although the link's hospital is filled in there. */
  private start(link: OpenLink): string {
    const { view, context } = link;
    if (view.draftRevision > 0) return this.goOn(link, view.draft);
    return `${context.base}/${pagesToShow(view.instrument, view.draft)[0]?.id ?? 'check'}`;
  }

  private orEntrance(page: Parameters<typeof showPage>[0] | undefined, entrance: RespondReply): RespondReply {
    return page === undefined ? entrance : showPage(page);
  }
}

/** A form without the revision it was made from could overwrite another device's answers unseen. */
export const NO_REVISION: Problem = {
  code: 'REVISION_MISSING',
  field: 'expectedRevision',
  message: 'The form was sent incomplete, so it was not stored.',
  mend: 'Send it again from this page.',
};
