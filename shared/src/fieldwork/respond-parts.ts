import type { AnswerableQuestion } from '../instrument/instrument.js';
import type { Problem } from '../kernel/problem.js';
import type { RecordedMode } from './recorded-answer.js';

/** What every answering page of one link shows around its content. */
export interface RespondShell {
  /** Address under which this link's pages lie, e.g. `/respond/<token>`; no slash at the end. */
  readonly base: string;
  readonly surveyTitle: string;
  readonly roundTitle: string;
  /** A synthetic round says so on every page: nothing typed there is a statement about a real hospital. */
  readonly synthetic: boolean;
  /** Somebody of the survey team writes down what a hospital said or sent; the pages say so. */
  readonly recording?: RecordedMode;
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
  /** What the hospital said in the round before, to be confirmed by a button; absent = nothing to ask about. */
  readonly lastTime?: { readonly answer: string; readonly roundTitle: string };
}

/** Name of the button that takes over last time's answer; its value is the variable. */
export const AS_LAST_TIME = 'as-last-time';

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
