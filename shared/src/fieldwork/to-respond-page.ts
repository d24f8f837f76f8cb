import type { Answers } from '../instrument/answer-value.js';
import { type InstrumentPage, type Question, questionsOf } from '../instrument/instrument.js';
import type { RawAnswer } from '../instrument/validate-answer.js';
import type { Problem } from '../kernel/problem.js';
import { alsoForOf } from './also-for.js';
import { type AnsweringView, wasSent } from './answering-view.js';
import { describeAnswer } from './describe-answer.js';
import { pagesToShow } from './next-page.js';
import { toQuestionView } from './question-view.js';
import type {
  CheckModel,
  InformationModel,
  LaterModel,
  QuestionModel,
  ReceiptModel,
  SpeaksFor,
  WithdrawModel,
  WithdrawnModel,
} from './respond-page.js';
import type { AnswerRow, HospitalChoice, Preview, QuestionView, RespondShell } from './respond-parts.js';
import { toRawAnswer } from './to-raw.js';

/** Yes / no facts of the link's hospital in an earlier round, by variable; never who gave them. */
export interface LastTime {
  readonly roundTitle: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** What the pages of one link need beside its data. */
export interface RespondContext {
  /** Address under which the link's pages lie, e.g. `/respond/<token>`. */
  readonly base: string;
  /** The hospitals that can be chosen, in the order in which they are listed. */
  readonly hospitals: readonly HospitalChoice[];
  /** Present when a draft is tried out. */
  readonly preview?: Preview;
  /** What the hospital said last time, where that can be asked as "still true?"; absent = nothing. */
  readonly lastTime?: LastTime;
  /** Whether the instrument of the view is the one in its second language (`inSecondLanguage`). */
  readonly inSecondLanguage?: boolean;
}

/** What every page of the link shows around its content. */
export const shellOf = (
  { round, instrument, recording }: AnsweringView,
  context: RespondContext,
): RespondShell => ({
  base: context.base,
  surveyTitle: instrument.title.en,
  roundTitle: round.title,
  synthetic: round.kind === 'synthetic',
  ...(recording && { recording }),
  ...(context.preview && { preview: context.preview }),
  ...(instrument.secondLanguage !== undefined && {
    language: { second: instrument.secondLanguage, isShown: context.inSecondLanguage ?? false },
  }),
});

/** The participant information of the instrument. */
export const toInformation = (
  view: AnsweringView,
  context: RespondContext,
  nextHref: string,
): InformationModel => ({
  ...shellOf(view, context),
  kind: 'information',
  hospitalName: view.hospital.name,
  sections: [
    ...view.instrument.information.map(({ heading, paragraphs }) => ({
      heading: heading.en,
      paragraphs: paragraphs.map(({ en }) => en),
    })),
    ...aboutThisRound(view),
  ],
  closesAt: view.round.closesAt ?? '',
  started: view.draftRevision > 0,
  nextHref,
});

const aboutThisRound = ({ round: { noteWords = [] } }: AnsweringView): InformationModel['sections'] =>
  noteWords.length === 0 ? [] : [{ heading: 'About this round', paragraphs: noteWords }];

/** What came in for a page and was not saved: shown again as typed, with what is wrong with it. */
export interface Attempt {
  readonly raw: Readonly<Record<string, RawAnswer>>;
  readonly problems: readonly Problem[];
}

/**
 * One page of questions, or undefined when the instrument has no such page or routing shows none of its questions.
 * Where nothing was saved yet the hospital is the one that the link was made for; the respondent confirms it.
 */
export function toQuestionPage(
  view: AnsweringView,
  context: RespondContext,
  pageId: string,
  options: { readonly returnToCheck: boolean; readonly attempt?: Attempt },
): QuestionModel | undefined {
  const pages = pagesToShow(view.instrument, view.draft);
  const position = pages.findIndex(({ id }) => id === pageId);
  const page = pages[position];
  if (!page) return undefined;
  const { attempt, returnToCheck } = options;
  const problems = attempt?.problems ?? [];
  const questions = page.questions.map((question) => ({
    ...toQuestionView(question, rawOf(view, question, attempt), problems),
    ...(attempt === undefined && lastTimeOf(view, context, question)),
  }));
  const before = pages[position - 1];
  return {
    ...shellOf(view, context),
    kind: 'question',
    page,
    questions,
    hospitals: questions.some(({ question }) => question.type === 'hospital') ? context.hospitals : [],
    progress: { number: position + 1, of: pages.length },
    otherProblems: problems.filter(
      ({ field }) => !questions.some(({ question }) => question.variable === field),
    ),
    backHref: returnToCheck ? `${context.base}/check` : `${context.base}/${before?.id ?? 'information'}`,
    expectedRevision: view.draftRevision,
    returnToCheck,
    reminded: problems.some(({ code }) => code === 'LEFT_EMPTY'),
  };
}

/** Only where nothing has been answered yet: what was said last time is never held against what is said now. */
function lastTimeOf(
  view: AnsweringView,
  { lastTime }: RespondContext,
  { variable, options = [] }: Question,
): Pick<QuestionView, 'lastTime'> {
  const code = lastTime?.facts[variable];
  const option = options.find((each) => each.code === code);
  if (lastTime === undefined || option === undefined || wasSent(view)) return {};
  if (Object.hasOwn(view.draft, variable)) return {};
  return { lastTime: { answer: option.label.en, roundTitle: lastTime.roundTitle } };
}

function rawOf(view: AnsweringView, question: Question, attempt: Attempt | undefined): RawAnswer | undefined {
  if (attempt) return attempt.raw[question.variable];
  const saved = view.draft[question.variable];
  if (saved) return toRawAnswer(saved);
  return question.type === 'hospital' && view.hospital.odsCode
    ? { given: [view.hospital.odsCode] }
    : undefined;
}

/** All asked questions with their answers in words. */
function toRows(
  view: AnsweringView,
  context: RespondContext,
  answers: Answers,
  options: { readonly changeable: boolean; readonly problems: readonly Problem[] },
): readonly AnswerRow[] {
  return pagesToShow(view.instrument, answers).flatMap((page) =>
    page.questions.map((question) => ({
      variable: question.variable,
      label: question.text.en,
      answer: describeAnswer(question, answers[question.variable], context.hospitals),
      changeHref: options.changeable ? changeHref(context, page, question) : '',
      problem: options.problems.find(({ field }) => field === question.variable),
    })),
  );
}

const changeHref = ({ base }: RespondContext, page: InstrumentPage, { variable }: Question): string =>
  `${base}/${page.id}?from=check${page.questions.length > 1 ? `#${variable}` : ''}`;

/** Check your answers; after the first sending, check the correction and give its reason. */
export function toCheckPage(
  view: AnsweringView,
  context: RespondContext,
  sending: {
    readonly idempotencyKey: string;
    readonly problems?: readonly Problem[];
    readonly reason?: string;
  },
): CheckModel {
  const { problems = [], reason = '' } = sending;
  const rows = toRows(view, context, view.draft, { changeable: true, problems });
  const ofReason = problems.find(({ field }) => field === 'reason');
  const last = pagesToShow(view.instrument, view.draft).at(-1);
  return {
    ...shellOf(view, context),
    kind: 'check',
    rows,
    otherProblems: problems.filter(
      (problem) => problem !== ofReason && !rows.some(({ variable }) => variable === problem.field),
    ),
    backHref: wasSent(view) ? `${context.base}/receipt` : `${context.base}/${last?.id ?? 'information'}`,
    expectedRevision: view.draftRevision,
    idempotencyKey: sending.idempotencyKey,
    correction: wasSent(view) ? { reason, problem: ofReason } : undefined,
    ...(!context.preview && { speaksFor: speaksFor(context, view.draft, `${context.base}/also`) }),
  };
}

/** The further hospitals in words; one that left the list since stands with its code. */
const speaksFor = ({ hospitals }: RespondContext, answers: Answers, changeHref: string): SpeaksFor => ({
  further: alsoForOf(answers).map((code) => hospitals.find(({ odsCode }) => odsCode === code)?.name ?? code),
  changeHref,
});

/** The hospital that was answered for, which need not be the one the link was made for. */
export function answeredFor(view: AnsweringView, { hospitals }: RespondContext, sent: Answers): string {
  const question = questionsOf(view.instrument).find(({ type }) => type === 'hospital');
  const answer = question === undefined ? undefined : sent[question.variable];
  return question === undefined || answer === undefined || 'missing' in answer
    ? view.hospital.name
    : describeAnswer(question, answer, hospitals);
}

/** The receipt, or undefined when nothing was sent yet. */
export function toReceiptPage(view: AnsweringView, context: RespondContext): ReceiptModel | undefined {
  if (!view.receipt) return undefined;
  const sent = view.sent ?? view.draft;
  const words = (answers: Answers): string =>
    JSON.stringify([toRows(view, context, answers, { changeable: false, problems: [] }), alsoForOf(answers)]);
  return {
    ...shellOf(view, context),
    kind: 'receipt',
    hospitalName: answeredFor(view, context, sent),
    receipt: view.receipt,
    rows: toRows(view, context, sent, { changeable: false, problems: [] }),
    speaksFor: speaksFor(context, sent, ''),
    mayCorrect: view.mayAnswer,
    correctionsUntil: view.round.correctionsUntil ?? '',
    unsentChanges: words(view.draft) !== words(sent),
  };
}

/** The page that shows the link to come back with. `link` is the full address. */
export const toLaterPage = (view: AnsweringView, context: RespondContext, link: string): LaterModel => ({
  ...shellOf(view, context),
  kind: 'later',
  link,
  closesAt: view.round.closesAt ?? '',
  nextHref: context.base,
});

/** Asks whether to withdraw, or undefined when nothing has been saved that could be withdrawn. */
export const toWithdrawPage = (view: AnsweringView, context: RespondContext): WithdrawModel | undefined =>
  view.draftRevision === 0 && !wasSent(view)
    ? undefined
    : {
        ...shellOf(view, context),
        kind: 'withdraw',
        hospitalName: answeredFor(view, context, view.sent ?? view.draft),
        sent: wasSent(view),
        backHref: context.base,
      };

/** All that a link shows once its answers were withdrawn. */
export const toWithdrawnPage = (view: AnsweringView, context: RespondContext): WithdrawnModel => ({
  ...shellOf(view, context),
  kind: 'withdrawn',
});
