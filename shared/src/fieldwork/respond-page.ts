import type { AnswerableQuestion, InstrumentPage } from '../instrument/instrument.js';
import type { Problem } from '../kernel/problem.js';

/** What every answering page of one link shows around its content. */
export interface RespondShell {
  /** Address under which this link's pages lie, e.g. `/respond/<token>`; no slash at the end. */
  readonly base: string;
  readonly surveyTitle: string;
  readonly roundTitle: string;
  /** A synthetic round says so on every page: nothing typed there is a statement about a real hospital. */
  readonly synthetic: boolean;
  /** Present when a draft is tried out: nothing is stored, and the page says so. */
  readonly preview?: Preview;
  /** Present where the questionnaire has a second language; the words around the questions are English in both. */
  readonly language?: ShownLanguage;
}

/** Which of its two languages a questionnaire is shown in. */
export interface ShownLanguage {
  /** Language tag of the second language, e.g. `cy`. */
  readonly second: string;
  /** Whether that is the one that is shown; else English. */
  readonly isShown: boolean;
}

/** What a page of a preview carries along instead of storing it. */
export interface Preview {
  /** Hidden fields of the page's form: the answers given so far, and the language. */
  readonly carried: readonly HiddenField[];
}

/** One hospital of the frame that a respondent can choose. */
export interface HospitalChoice {
  readonly odsCode: string;
  readonly name: string;
}

/** One question with what was typed or chosen so far, as raw text, so that a wrong entry is shown again as typed. */
export interface QuestionView {
  readonly question: AnswerableQuestion;
  /** Raw values of the controls named after the variable; empty = nothing entered yet. */
  readonly values: readonly string[];
  /** The hospital's name as typed when it is not in the list; '' otherwise. */
  readonly otherText: string;
  /** What stops this question, shown at the control and in the summary; absent when nothing does. */
  readonly problem?: Problem;
}

/** Where the respondent is, in words a page can print: question `number` of `of`, among the pages shown so far. */
export interface Progress {
  readonly number: number;
  readonly of: number;
}

/** One answered question on the check page or the receipt. */
export interface AnswerRow {
  readonly variable: string;
  readonly label: string;
  /** The answer in words; an absence is spelled out ("Not answered"), never left blank. */
  readonly answer: string;
  /** Where to change it; '' where nothing can be changed. */
  readonly changeHref: string;
  readonly problem?: Problem;
}

/** One question of which another device saved a different answer in between. */
export interface StaleRow {
  readonly label: string;
  readonly yours: string;
  readonly saved: string;
}

/** A name and value that a form carries unseen. */
export interface HiddenField {
  readonly name: string;
  readonly value: string;
}

/** Proof of having sent the form, to be kept by the respondent. */
export interface Receipt {
  readonly reference: string;
  /** ISO 8601 UTC. */
  readonly submittedAt: string;
}

/** Participant information, shown before the first question. */
export interface InformationModel extends RespondShell {
  readonly kind: 'information';
  /** The hospital that the link was made for. */
  readonly hospitalName: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  /** ISO 8601 UTC; '' = no closing time set. */
  readonly closesAt: string;
  readonly started: boolean;
  readonly nextHref: string;
}

/** One question, or the optional closed items that share a page. */
export interface QuestionModel extends RespondShell {
  readonly kind: 'question';
  readonly page: Pick<InstrumentPage, 'id' | 'title' | 'optional'>;
  readonly questions: readonly QuestionView[];
  readonly hospitals: readonly HospitalChoice[];
  readonly progress: Progress;
  /** Problems of the page that belong to none of its questions. */
  readonly otherProblems: readonly Problem[];
  readonly backHref: string;
  readonly expectedRevision: number;
  /** Came from a Change link: the next page is the check page again. */
  readonly returnToCheck: boolean;
  /** The reminder about an empty question was shown: leaving it empty once more is accepted. */
  readonly reminded: boolean;
}

/** Check your answers. With `correction`, what was sent before is corrected and a reason is asked for. */
export interface CheckModel extends RespondShell {
  readonly kind: 'check';
  readonly rows: readonly AnswerRow[];
  readonly otherProblems: readonly Problem[];
  readonly backHref: string;
  readonly expectedRevision: number;
  readonly idempotencyKey: string;
  readonly correction?: { readonly reason: string; readonly problem?: Problem };
}

/** Confirmation: the answers are stored. */
export interface ReceiptModel extends RespondShell {
  readonly kind: 'receipt';
  readonly hospitalName: string;
  readonly receipt: Receipt;
  readonly rows: readonly AnswerRow[];
  /** Whether what was sent can be corrected now. */
  readonly mayCorrect: boolean;
  /** Until when, ISO 8601 UTC; '' = no date has been set. */
  readonly correctionsUntil: string;
  /** Pages were changed after sending and the change was not sent. */
  readonly unsentChanges: boolean;
}

/** Another device saved this page in between: both versions, and nothing is overwritten without a choice. */
export interface StaleModel extends RespondShell {
  readonly kind: 'stale';
  readonly page: Pick<InstrumentPage, 'id' | 'title'>;
  readonly rows: readonly StaleRow[];
  /** The respondent's own entries, sent again when they choose them. */
  readonly yours: readonly HiddenField[];
  /** Revision that the saved version has now. */
  readonly expectedRevision: number;
}

/** The answers are saved; here is the link to come back with. */
export interface LaterModel extends RespondShell {
  readonly kind: 'later';
  /** The full address to keep. */
  readonly link: string;
  readonly closesAt: string;
  readonly nextHref: string;
}

/** Asks whether the answers are really to be withdrawn; nothing has happened yet. */
export interface WithdrawModel extends RespondShell {
  readonly kind: 'withdraw';
  readonly hospitalName: string;
  /** Whether the form was sent; if not, only what was saved so far is erased. */
  readonly sent: boolean;
  readonly backHref: string;
}

/** The answers have been withdrawn and erased. Names no hospital: nothing of the form is left to show. */
export interface WithdrawnModel extends RespondShell {
  readonly kind: 'withdrawn';
}

/** The round takes no more answers. Says nothing about the hospital or whether anybody answered. */
export interface ClosedModel {
  readonly kind: 'closed';
  readonly roundTitle: string;
  readonly synthetic: boolean;
}

/**
 * The link is unknown, expired or withdrawn. One page for all three, without any detail, so that nobody can learn
 * from it whether a link exists or has been used.
 */
export interface UnusableModel {
  readonly kind: 'unusable';
}

/** Something went wrong or was asked too often; what was saved stays saved. */
export interface TroubleModel {
  readonly kind: 'trouble';
  readonly heading: string;
  readonly message: string;
  /** Where to go on; left out where there is no such place. */
  readonly back?: { readonly href: string; readonly text: string };
}

/** A question to a hospital whose forms say yes and no, with its three answers; or the thanks for one. */
export interface SiteQuestionModel {
  readonly kind: 'site_question';
  readonly roundTitle: string;
  readonly synthetic: boolean;
  readonly hospitalName: string;
  readonly question: string;
  /** Where the answer is sent; '' = it has been given. */
  readonly action: string;
  /** True when the button was pressed without an answer. */
  readonly unanswered: boolean;
}

/** Everything one answering page shows; the pages are pure functions of it. */
export type RespondPageModel =
  | InformationModel
  | QuestionModel
  | CheckModel
  | ReceiptModel
  | StaleModel
  | LaterModel
  | WithdrawModel
  | WithdrawnModel
  | ClosedModel
  | SiteQuestionModel
  | UnusableModel
  | TroubleModel;

/** Value of the hospital control for a hospital that the frame does not list. */
export const HOSPITAL_NOT_LISTED = 'other';

/** Name of the text box in which such a hospital's name is typed. */
export const otherTextField = (variable: string): string => `${variable}_other`;

/** The three boxes of a date, in the order in which people in Britain write one. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

/** Name of one box of a date; a full stop is in no variable key, so it cannot be mistaken for another question. */
export const datePartField = (variable: string, part: DatePart): string => `${variable}.${part}`;
