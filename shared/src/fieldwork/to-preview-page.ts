import type { AnswerValue, Answers } from '../instrument/answer-value.js';
import { checkInstrument } from '../instrument/check-instrument.js';
import { inSecondLanguage } from '../instrument/in-language.js';
import { type Instrument, questionsOf } from '../instrument/instrument.js';
import { type RawAnswer, validateAnswer } from '../instrument/validate-answer.js';
import type { AnsweringView } from './answering-view.js';
import { missingOnPage } from './missing-on-page.js';
import { pageAfter, pagesToShow } from './next-page.js';
import { parsePage } from './parse-page.js';
import { isBlank, rawFromForm } from './raw-from-form.js';
import type { RespondPageModel } from './respond-page.js';
import type { HospitalChoice } from './respond-parts.js';
import { type RespondContext, toCheckPage, toInformation, toQuestionPage } from './to-respond-page.js';
import { toRaw } from './to-raw.js';

/** Fields of an address, each with its values, as a form sends them. */
export type PreviewForm = Readonly<Record<string, readonly string[]>>;

/** What is tried out: a draft or a version, under the address of its preview. */
export interface Previewed {
  readonly instrument: Instrument;
  /** Address under which the preview's pages lie; no slash at the end. */
  readonly base: string;
  readonly hospitals: readonly HospitalChoice[];
}

/** Where a preview goes on, or the page to show. */
export type PreviewReply = { readonly redirect: string } | { readonly page: RespondPageModel };

/** Faults with which a page cannot be drawn or its fields cannot be told apart. */
const UNDRAWABLE = [
  'BAD_SCALE',
  'BAD_VARIABLE_KEY',
  'RESERVED_KEY',
  'DUPLICATE_VARIABLE',
  'DUPLICATE_PAGE',
  'BAD_PAGE_ID',
  'RESERVED_PAGE',
  'NO_PAGES',
  'DUPLICATE_OPTION',
];

/**
 * One step through a questionnaire as respondents will see it: routing, reminders and refusals are the real ones.
 * Nothing is stored. The answers given so far travel in the address (`sofar`), so a preview needs no state and a
 * reload shows the same page. `pageId` '' = the beginning.
 */
export function toPreviewPage(previewed: Previewed, pageId: string, form: PreviewForm): PreviewReply {
  const { base } = previewed;
  const undrawable = checkInstrument(previewed.instrument).find(({ code }) => UNDRAWABLE.includes(code));
  if (undrawable)
    return {
      page: {
        kind: 'trouble',
        heading: 'The preview cannot be shown yet',
        message: `${undrawable.field === '' ? '' : `${undrawable.field}: `}${undrawable.message} ${undrawable.mend}`,
      },
    };
  const language = valueOf(form, 'lang') === 'second' ? 'second' : '';
  const instrument = language === '' ? previewed.instrument : inSecondLanguage(previewed.instrument);
  const answers = readSoFar(instrument, valueOf(form, 'sofar'));
  const context = contextOf(previewed, answers, language);
  const view = viewOf(instrument, answers);
  const first = pagesToShow(instrument, answers)[0]?.id ?? 'check';
  if (pageId === '')
    return {
      redirect: addressOf(base, instrument.information.length > 0 ? 'information' : first, {}, language),
    };
  if (pageId === 'information')
    return { page: toInformation(view, context, addressOf(base, first, answers, language)) };
  if (pageId === 'check') {
    const page = toCheckPage(view, context, { idempotencyKey: '' });
    return { page: { ...page, rows: page.rows.map((row) => ({ ...row, changeHref: '' })), backHref: base } };
  }
  if (!instrument.pages.some(({ id }) => id === pageId)) return { redirect: base };
  return step({ instrument, base, context, view, language }, pageId, form);
}

interface Stage {
  readonly instrument: Instrument;
  readonly base: string;
  readonly context: RespondContext;
  readonly view: AnsweringView;
  readonly language: string;
}

/** A page that is opened is shown; one that comes back with its form is checked, and the next one follows. */
function step(
  { instrument, base, context, view, language }: Stage,
  pageId: string,
  form: PreviewForm,
): PreviewReply {
  const entered = rawFromForm(instrument, form);
  const wasSent = form['going'] !== undefined;
  const reminded = valueOf(form, 'reminded') === '1';
  const missing = wasSent ? missingOnPage(instrument, pageId, entered, view.draft, reminded) : [];
  const parsed = parsePage(instrument, pageId, entered, view.draft);
  if (wasSent && missing.length === 0 && parsed.ok) {
    const next = pageAfter(instrument, parsed.value, pageId)?.id ?? 'check';
    return { redirect: addressOf(base, next, parsed.value, language) };
  }
  const problems = wasSent ? [...missing, ...(parsed.ok ? [] : parsed.problems)] : [];
  const attempt = wasSent || !isBlank(entered) ? { raw: entered, problems } : undefined;
  const page = toQuestionPage(view, context, pageId, {
    returnToCheck: false,
    ...(attempt && { attempt }),
  });
  if (page === undefined) return { redirect: base };
  const remindedNow = page.reminded ? [{ name: 'reminded', value: '1' }] : [];
  const carried = [...(context.preview?.carried ?? []), { name: 'going', value: '1' }, ...remindedNow];
  return { page: { ...page, backHref: base, preview: { carried } } };
}

const viewOf = (instrument: Instrument, draft: Answers): AnsweringView => ({
  round: {
    id: 'preview',
    title: 'Preview',
    kind: 'live',
    frameId: '',
    closesAt: null,
    correctionsUntil: null,
  },
  hospital: { odsCode: '', name: '' },
  instrument,
  draft,
  draftRevision: 0,
  receipt: null,
  sent: null,
  withdrawn: false,
  mayAnswer: true,
});

const contextOf = ({ base, hospitals }: Previewed, answers: Answers, language: string): RespondContext => ({
  base,
  hospitals,
  inSecondLanguage: language === 'second',
  preview: {
    carried: [
      { name: 'sofar', value: JSON.stringify(toRaw(answers)) },
      ...(language === '' ? [] : [{ name: 'lang', value: language }]),
    ],
  },
});

function addressOf(base: string, page: string, answers: Answers, language: string): string {
  const carried =
    Object.keys(answers).length === 0 ? [] : [`sofar=${encodeURIComponent(JSON.stringify(toRaw(answers)))}`];
  const fields = [...carried, ...(language === '' ? [] : [`lang=${language}`])];
  return `${base}/${page}${fields.length === 0 ? '' : `?${fields.join('&')}`}`;
}

/** The answers that the address carries; what does not fit the questionnaire (any more) is left out. */
function readSoFar(instrument: Instrument, text: string): Answers {
  let carried: unknown;
  try {
    carried = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof carried !== 'object' || carried === null) return {};
  const members = carried as Readonly<Record<string, unknown>>;
  const answers: Record<string, AnswerValue> = {};
  for (const question of questionsOf(instrument)) {
    const raw = Object.hasOwn(members, question.variable)
      ? toRawAnswer(members[question.variable])
      : undefined;
    const parsed = raw && validateAnswer(question, raw);
    if (parsed?.ok) answers[question.variable] = parsed.value;
  }
  return answers;
}

function toRawAnswer(value: unknown): RawAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { given, missing } = value as { readonly given?: unknown; readonly missing?: unknown };
  if (typeof missing === 'string') return { missing };
  return Array.isArray(given) && given.every((each) => typeof each === 'string') ? { given } : undefined;
}

const valueOf = (form: PreviewForm, name: string): string => form[name]?.[0] ?? '';
