import { missingOnPage } from '@liaison-atlas/shared/fieldwork/missing-on-page';
import { parsePage } from '@liaison-atlas/shared/fieldwork/parse-page';
import type { RawAnswers } from '@liaison-atlas/shared/fieldwork/parse-submission';
import { AS_LAST_TIME } from '@liaison-atlas/shared/fieldwork/respond-parts';
import { isBlank, rawFromForm } from '@liaison-atlas/shared/fieldwork/raw-from-form';
import { toQuestionPage } from '@liaison-atlas/shared/fieldwork/to-respond-page';
import { saysTheSame, toStalePage } from '@liaison-atlas/shared/fieldwork/to-stale-page';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { questionsOnPage } from '@liaison-atlas/shared/instrument/instrument';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Injectable } from '@nestjs/common';

import { DraftService } from '../fieldwork/draft.service.js';
import type { PageLanguage } from './page-language.js';
import { expectedRevision, isSet, type PostedForm, valueOf } from './read-form.js';
import { NO_REVISION, type OpenLink, RespondPagesService } from './respond-pages.service.js';
import { type RespondReply, showPage, UNUSABLE } from './respond-reply.js';

/** One posted page on its way to being saved. */
interface PostedPage {
  readonly link: OpenLink;
  readonly pageId: string;
  readonly form: PostedForm;
  readonly raw: RawAnswers;
}

/** Saves one page of an answering form and says where to go on; refusals come back as the same page with errors. */
@Injectable()
export class SavePageService {
  constructor(
    private readonly drafts: DraftService,
    private readonly pages: RespondPagesService,
  ) {}

  async save(
    token: string,
    pageId: string,
    form: PostedForm,
    language: PageLanguage = '',
  ): Promise<RespondReply> {
    const link = await this.pages.open(token, language);
    if (link === undefined) return UNUSABLE;
    const { view, context } = link;
    if (!view.mayAnswer) return this.tooLate(link, form);
    if (!view.instrument.pages.some(({ id }) => id === pageId)) return { redirect: context.base };
    const posted: PostedPage = { link, pageId, form, raw: rawOf(link, form) };
    const revision = expectedRevision(form);
    if (revision === undefined) return this.refused(posted, [NO_REVISION]);

    const leaving = isSet(form, 'later');
    if (leaving && isBlank(posted.raw)) return { redirect: `${context.base}/later` };
    const goingOn = !leaving && !isSet(form, 'autosave') && !staysOnPage(posted);
    if (goingOn) {
      const missing = missingOnPage(view.instrument, pageId, posted.raw, view.draft, isSet(form, 'reminded'));
      if (missing.length > 0) return this.refused(posted, [...missing, ...this.wrong(posted)]);
    }
    const outcome = await this.drafts.savePage(link.leadsTo, {
      pageId,
      raw: posted.raw,
      expectedRevision: revision,
      save: goingOn ? 'continue' : 'autosave',
    });
    if (outcome === 'unusable') return this.tooLate(link, form);
    if ('stale' in outcome) return this.stale(posted, outcome.stale);
    return outcome.ok ? this.saved(posted, outcome.value.revision) : this.refused(posted, outcome.problems);
  }

  private saved(posted: PostedPage, revision: number): RespondReply {
    const { link, pageId, form, raw } = posted;
    if (isSet(form, 'autosave')) return { status: 200, saved: { revision } };
    if (isSet(form, 'later')) return { redirect: `${link.context.base}/later` };
    if (staysOnPage(posted)) return { redirect: samePage(posted) };
    const merged = parsePage(link.view.instrument, pageId, raw, link.view.draft);
    return this.goOn(posted, merged.ok ? merged.value : link.view.draft);
  }

  private goOn({ link, pageId, form }: PostedPage, draft: Answers): RespondReply {
    return { redirect: this.pages.after(link, pageId, draft, isSet(form, 'returnToCheck')) };
  }

  /** Problems of the entries themselves, so that they are shown together with what is missing. */
  private wrong({ link, pageId, raw }: PostedPage): readonly Problem[] {
    const parsed = parsePage(link.view.instrument, pageId, raw, link.view.draft);
    return parsed.ok ? [] : parsed.problems;
  }

  private refused(posted: PostedPage, problems: readonly Problem[]): RespondReply {
    const { link, pageId, form, raw } = posted;
    if (isSet(form, 'autosave')) return { status: 422, saved: { message: notSaved(problems) } };
    const returnToCheck = isSet(form, 'returnToCheck');
    const page = toQuestionPage(link.view, link.context, pageId, {
      returnToCheck,
      attempt: { raw, problems },
    });
    // A page that routing hides cannot be shown; the check page names what was refused.
    return page === undefined ? this.pages.check(link, problems) : showPage(page, 422);
  }

  /**
   * Somebody saved in between. When they saved the very same (a double click, a retry) there is nothing to decide;
   * otherwise both versions are shown and nothing is overwritten.
   */
  private async stale(
    posted: PostedPage,
    { stored, storedRevision }: { readonly stored: Answers; readonly storedRevision: number },
  ): Promise<RespondReply> {
    const { link, pageId, form, raw } = posted;
    const questions = pagesQuestions(posted);
    if (saysTheSame(questions, raw, stored)) {
      if (isSet(form, 'autosave')) return { status: 200, saved: { revision: storedRevision } };
      return isSet(form, 'later') ? { redirect: `${link.context.base}/later` } : this.goOn(posted, stored);
    }
    if (isSet(form, 'autosave')) return { status: 409, saved: { message: CHANGED_ELSEWHERE } };
    const view = { ...link.view, draft: stored, draftRevision: storedRevision };
    const page = toStalePage(view, link.context, pageId, raw);
    return page === undefined ? { redirect: link.context.base } : showPage(page, 409);
  }

  private tooLate(link: OpenLink, form: PostedForm): RespondReply {
    if (isSet(form, 'autosave'))
      return {
        status: 409,
        saved: {
          message: link.view.withdrawn
            ? 'Not saved: these answers have been withdrawn.'
            : 'Not saved: the survey is closed.',
        },
      };
    return this.pages.closed(link);
  }
}

/** The button beside "still true?" stands for the answer of last time, looked up here and not taken from the form. */
function rawOf({ view, context }: OpenLink, form: PostedForm): RawAnswers {
  const raw = rawFromForm(view.instrument, form);
  const variable = valueOf(form, AS_LAST_TIME);
  const code = context.lastTime?.facts[variable];
  return code === undefined ? raw : { ...raw, [variable]: { given: [code] } };
}

/** One of several answers of a page was taken over: the others are still to be given. */
const staysOnPage = (posted: PostedPage): boolean =>
  valueOf(posted.form, AS_LAST_TIME) !== '' && pagesQuestions(posted).length > 1;

const samePage = ({ link, pageId, form }: PostedPage): string =>
  `${link.context.base}/${pageId}${isSet(form, 'returnToCheck') ? '?from=check' : ''}#${encodeURIComponent(valueOf(form, AS_LAST_TIME))}`;

const pagesQuestions = ({ link, pageId }: PostedPage) =>
  link.view.instrument.pages.filter(({ id }) => id === pageId).flatMap(questionsOnPage);

const notSaved = (problems: readonly Problem[]): string =>
  `Not saved yet. ${problems.map(({ message, mend }) => `${message} ${mend}`).join(' ')}`;

const CHANGED_ELSEWHERE =
  'Not saved: this page was changed somewhere else. Press "Save and continue" to see both versions.';
