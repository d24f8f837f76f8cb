import type { RespondPageModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import { assertNever } from '@liaison-atlas/shared/kernel/assert-never';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { type LanguageChoice, type RespondAssets, RespondDocument } from './document.js';
import { AlsoPage } from './pages/also-page.js';
import { BegunPage } from './pages/begun-page.js';
import { CheckPage, checkErrors } from './pages/check-page.js';
import { ClosedPage, TroublePage, UnusablePage } from './pages/end-pages.js';
import { ComparePage } from './pages/compare-page.js';
import { HandedOverPage, HandOverPage } from './pages/hand-over-page.js';
import { InformationPage } from './pages/information-page.js';
import { LaterPage } from './pages/later-page.js';
import { OpenLinkPage } from './pages/open-link-page.js';
import { OptOutPage, optOutHeading } from './pages/opt-out-page.js';
import { progressText, QuestionPage } from './pages/question-page.js';
import { ReceiptPage } from './pages/receipt-page.js';
import { ReplyPage } from './pages/reply-page.js';
import { SiteQuestionPage } from './pages/site-question-page.js';
import { StalePage } from './pages/stale-page.js';
import { WithdrawnPage, WithdrawPage } from './pages/withdraw-page.js';
import { summaryErrors } from './summary-errors.js';

const SERVICE = 'Liaison Atlas';

interface Content {
  readonly title: string;
  readonly backHref: string;
  readonly body: ReactNode;
}

/**
 * The full HTML document of one answering page. A pure function of the model: the same model gives the same bytes.
 * @throws RangeError when a scale question of the instrument has no scale.
 */
export function renderRespondPage(model: RespondPageModel, assets: RespondAssets): string {
  const { title, backHref, body } = contentOf(model);
  const html = renderToStaticMarkup(
    <RespondDocument
      title={`${title} – ${SERVICE}`}
      assets={assets}
      serviceName={SERVICE}
      synthetic={'synthetic' in model && model.synthetic}
      preview={'preview' in model && model.preview !== undefined}
      recording={'recording' in model ? model.recording : undefined}
      backHref={backHref}
      choice={choiceOf(model)}
    >
      {body}
    </RespondDocument>,
  );
  return `<!DOCTYPE html>${html}`;
}

/** The other language of the questionnaire; a preview has an address for each instead. */
function choiceOf(model: RespondPageModel): LanguageChoice | undefined {
  if (!('language' in model) || model.language === undefined || model.preview) return undefined;
  const { second, isShown } = model.language;
  return {
    action: `${model.base}/language`,
    page: model.kind === 'question' ? model.page.id : model.kind === 'stale' ? '' : model.kind,
    to: isShown ? 'en' : second,
    isSecond: !isShown,
  };
}

const errorPrefix = (errors: readonly unknown[]): string => (errors.length > 0 ? 'Error: ' : '');

function contentOf(model: RespondPageModel): Content {
  switch (model.kind) {
    case 'open-link': {
      const title = `${errorPrefix(model.problems)}Choose your hospital – ${model.roundTitle}`;
      return { title, backHref: '', body: <OpenLinkPage model={model} /> };
    }
    case 'begun':
      return {
        title: `Keep this link – ${model.roundTitle}`,
        backHref: '',
        body: <BegunPage model={model} />,
      };
    case 'also': {
      const title = `${errorPrefix(model.problems)}Further hospitals – ${model.roundTitle}`;
      return { title, backHref: `${model.base}/check`, body: <AlsoPage model={model} /> };
    }
    case 'compare': {
      const title = `How your hospital compares – ${model.roundTitle}`;
      return { title, backHref: `${model.base}/receipt`, body: <ComparePage model={model} /> };
    }
    case 'hand-over': {
      const title = `${errorPrefix(model.problems)}Hand over to a colleague – ${model.roundTitle}`;
      return { title, backHref: model.backHref, body: <HandOverPage model={model} /> };
    }
    case 'handed-over': {
      const title = `The link has been passed on – ${model.roundTitle}`;
      return { title, backHref: '', body: <HandedOverPage model={model} /> };
    }
    case 'information':
      return { title: model.surveyTitle, backHref: '', body: <InformationPage model={model} /> };
    case 'question': {
      const prefix = errorPrefix(summaryErrors(model.questions, model.otherProblems));
      const title = `${prefix}${model.page.title.en} – ${progressText(model)} – ${model.roundTitle}`;
      return { title, backHref: model.backHref, body: <QuestionPage model={model} /> };
    }
    case 'check': {
      const title = `${errorPrefix(checkErrors(model))}Check your answers – ${model.roundTitle}`;
      return { title, backHref: model.backHref, body: <CheckPage model={model} /> };
    }
    case 'receipt': {
      const title = `Your answers have been received – ${model.roundTitle}`;
      return { title, backHref: '', body: <ReceiptPage model={model} /> };
    }
    case 'stale': {
      const title = `Changed somewhere else: ${model.page.title.en} – ${model.roundTitle}`;
      return { title, backHref: '', body: <StalePage model={model} /> };
    }
    case 'later': {
      const title = `Your answers so far are saved – ${model.roundTitle}`;
      return { title, backHref: model.nextHref, body: <LaterPage model={model} /> };
    }
    case 'withdraw': {
      const title = `Withdraw your answers – ${model.roundTitle}`;
      return { title, backHref: model.backHref, body: <WithdrawPage model={model} /> };
    }
    case 'withdrawn': {
      const title = `Your answers have been withdrawn – ${model.roundTitle}`;
      return { title, backHref: '', body: <WithdrawnPage model={model} /> };
    }
    case 'closed':
      return { title: 'This survey is closed', backHref: '', body: <ClosedPage model={model} /> };
    case 'site_question': {
      const heading =
        model.action === '' ? 'Your answer has been received' : 'One question about your hospital';
      const title = `${model.unanswered ? 'Error: ' : ''}${heading} – ${model.roundTitle}`;
      return { title, backHref: '', body: <SiteQuestionPage model={model} /> };
    }
    case 'reply': {
      const title = `${model.attempt === undefined ? '' : 'Error: '}What will be published about your hospital – ${model.roundTitle}`;
      return { title, backHref: '', body: <ReplyPage model={model} /> };
    }
    case 'unusable':
      return { title: 'This link cannot be used', backHref: '', body: <UnusablePage /> };
    case 'opt-out':
      return { title: optOutHeading(model), backHref: '', body: <OptOutPage model={model} /> };
    case 'trouble':
      return { title: model.heading, backHref: '', body: <TroublePage model={model} /> };
    default:
      return assertNever(model);
  }
}
