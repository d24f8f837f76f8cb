import type { ReactNode } from 'react';

/** Addresses of the style sheet and the script that the build made. */
export interface RespondAssets {
  readonly css: string;
  readonly js: string;
}

/** What the frame of a page needs to know about its content. */
export interface DocumentProps {
  readonly title: string;
  readonly assets: RespondAssets;
  readonly serviceName: string;
  readonly synthetic: boolean;
  readonly preview: boolean;
  /** Somebody of the survey team writes down what a hospital said or sent. */
  readonly recording?: 'telephone' | 'paper';
  /** The choice of language; absent where there is one language only. */
  readonly choice?: LanguageChoice;
  readonly backHref: string;
  readonly children: ReactNode;
}

/**
 * The whole HTML document around one answering page. No inline style or script (the security policy forbids both),
 * and `nhsuk-frontend-supported` is left to the script: without JavaScript it would hide parts of the page.
 */
export function RespondDocument({
  title,
  assets,
  serviceName,
  synthetic,
  preview,
  recording,
  choice,
  backHref,
  children,
}: DocumentProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assets.css} />
        <script src={assets.js} type="module" />
      </head>
      <body>
        <a className="nhsuk-skip-link" href="#main">
          Skip to main content
        </a>
        <header className="respond-header">
          <div className="nhsuk-width-container">
            <p>{serviceName}</p>
          </div>
        </header>
        {synthetic && <SyntheticBanner />}
        {preview && <PreviewBanner />}
        {recording && <RecordingBanner mode={recording} />}
        <div className="nhsuk-width-container">
          {backHref && (
            <nav aria-label="Back">
              <a className="nhsuk-back-link" href={backHref}>
                Back
              </a>
            </nav>
          )}
          {choice && <LanguageForm choice={choice} />}
          <main className="nhsuk-main-wrapper" id="main">
            <div className="respond-reading">{children}</div>
          </main>
        </div>
        <footer className="respond-footer">
          <div className="nhsuk-width-container">
            <p>Liaison Atlas: a survey of liaison psychiatry and NHS Talking Therapies in acute hospitals.</p>
            <p>
              <a href="/privacy">What is kept about you, and for how long</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Where the language is chosen, and on which page. */
export interface LanguageChoice {
  readonly action: string;
  readonly page: string;
  /** Language tag of what the button leads to. */
  readonly to: string;
  readonly isSecond: boolean;
}

/** One button, named in the language that it leads to, so that whoever needs it can read it. */
function LanguageForm({ choice }: { readonly choice: LanguageChoice }) {
  return (
    <form method="post" action={choice.action} className="respond-language">
      <input type="hidden" name="page" value={choice.page} />
      <input type="hidden" name="lang" value={choice.isSecond ? 'second' : 'en'} />
      <button className="nhsuk-button nhsuk-button--secondary" type="submit" lang={choice.to}>
        {nameOf(choice.to)}
      </button>
    </form>
  );
}

/** What a language calls itself: Cymraeg, English. The tag itself where that is not known. */
const nameOf = (tag: string): string =>
  new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;

function RecordingBanner({ mode }: { readonly mode: 'telephone' | 'paper' }) {
  return (
    <section className="respond-synthetic" aria-label="Recorded answer">
      <div className="nhsuk-width-container">
        <p>
          <strong>{mode === 'telephone' ? 'TELEPHONE.' : 'PAPER.'}</strong> You write down what the hospital{' '}
          {mode === 'telephone' ? 'says' : 'sent on paper'}. Read the participant information out first, and
          enter no names.
        </p>
      </div>
    </section>
  );
}

function PreviewBanner() {
  return (
    <section className="respond-synthetic" aria-label="Preview">
      <div className="nhsuk-width-container">
        <p>
          <strong>PREVIEW.</strong> This is a draft of the questionnaire as respondents will see it. Nothing
          entered here is stored.
        </p>
      </div>
    </section>
  );
}

function SyntheticBanner() {
  return (
    <section className="respond-synthetic" aria-label="Synthetic round">
      <div className="nhsuk-width-container">
        <p>
          <strong>SYNTHETIC.</strong> This round is a demonstration with invented data. Nothing entered here
          is a statement about a real hospital.
        </p>
      </div>
    </section>
  );
}
