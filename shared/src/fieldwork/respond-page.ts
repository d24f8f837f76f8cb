import type { InstrumentPage } from '../instrument/instrument.js';
import type { Problem } from '../kernel/problem.js';
import type {
  AnswerRow,
  HiddenField,
  HospitalChoice,
  Progress,
  QuestionView,
  Receipt,
  RespondShell,
  StaleRow,
} from './respond-parts.js';

/** Where a form can be begun without a personal link: choose a hospital, and leave an address if wished. */
export interface OpenLinkModel {
  readonly kind: 'open-link';
  /** Address of the page, `/r/<round>/<list>`. */
  readonly base: string;
  readonly surveyTitle: string;
  readonly roundTitle: string;
  readonly synthetic: boolean;
  /** Every hospital of the frame, and every other name of one, in the order of the names. */
  readonly hospitals: readonly HospitalName[];
  readonly closesAt: string;
  /** Goes with the form, so that pressing the button twice begins one form. */
  readonly key: string;
  /** What was entered before, where the form comes back. */
  readonly entered: OpenLinkEntries;
  readonly problems: readonly Problem[];
}

/** A name under which a hospital can be found; `isAlias` = another than the one it goes by. */
export interface HospitalName extends HospitalChoice {
  readonly isAlias: boolean;
}

/** The fields of the page that begins a form, as typed. */
export interface OpenLinkEntries {
  readonly hospital: string;
  readonly otherName: string;
  readonly otherTown: string;
  readonly email: string;
}

/** A form has been begun by an open link: here is the address to come back with. */
export interface BegunModel extends RespondShell {
  readonly kind: 'begun';
  readonly hospitalName: string;
  /** The full address to keep. */
  readonly link: string;
  /** `on_its_way` = a mail with a link of its own waits in the outbox; `no_mail` = this site sends none. */
  readonly mail: 'not_wanted' | 'on_its_way' | 'no_mail';
  readonly nextHref: string;
}

/** Which further hospitals the form speaks for (a trust-wide team). */
export interface AlsoModel extends RespondShell {
  readonly kind: 'also';
  /** The hospital that the form is about in the first place. */
  readonly hospitalName: string;
  /** Those of the same trust, and those chosen already; each can be ticked. */
  readonly nearby: readonly (HospitalChoice & { readonly chosen: boolean })[];
  /** All others of the frame, one of which can be added at a time. */
  readonly others: readonly HospitalChoice[];
  readonly problems: readonly Problem[];
  readonly expectedRevision: number;
}

/** Asks for a colleague's address, to send them a link of their own to this form. */
export interface HandOverModel extends RespondShell {
  readonly kind: 'hand-over';
  readonly hospitalName: string;
  readonly email: string;
  readonly problems: readonly Problem[];
  /** Goes with the form, so that pressing the button twice sends one mail. */
  readonly key: string;
  readonly backHref: string;
}

/** The colleague's link is on its way. */
export interface HandedOverModel extends RespondShell {
  readonly kind: 'handed-over';
  /** False where this site has no mail server: the mail waits, and the link has to be passed on by hand. */
  readonly isSent: boolean;
  readonly link: string;
}

/** How the hospital stood in the last release; figures that have been released, and of the open round counts only. */
export interface CompareModel extends RespondShell {
  readonly kind: 'compare';
  readonly hospitalName: string;
  /** Absent where there is nothing to compare with; `why` says so then. */
  readonly last?: LastRelease;
  /** Why there are no figures, or only some; '' = there are all. */
  readonly why: string;
  /** How many hospitals of the region have answered the open round, in words. */
  readonly replies: string;
}

/** A release as a respondent compares with it; everything in words. */
export interface LastRelease {
  readonly roundTitle: string;
  readonly href: string;
  /** Where this hospital stood then. */
  readonly own: string;
  readonly figures: readonly {
    readonly title: string;
    /** Share of England's hospitals, with what is not known. */
    readonly words: string;
    /** What limits the comparison; '' = the question is the same. */
    readonly note: string;
  }[];
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
  /** Which hospitals the form speaks for; absent in a preview. */
  readonly speaksFor?: SpeaksFor;
}

/** The further hospitals of a form, in words, and where to change them. */
export interface SpeaksFor {
  /** Names; empty = only the one that the form is about. */
  readonly further: readonly string[];
  /** '' where nothing can be changed. */
  readonly changeHref: string;
}

/** Confirmation: the answers are stored. */
export interface ReceiptModel extends RespondShell {
  readonly kind: 'receipt';
  readonly hospitalName: string;
  readonly receipt: Receipt;
  readonly rows: readonly AnswerRow[];
  readonly speaksFor: SpeaksFor;
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

/** Getting no more mail: asked, done, or taken back. Says nothing about whether the link is known. */
export interface OptOutModel {
  readonly kind: 'opt-out';
  /** Where the button posts to. */
  readonly action: string;
  readonly step: 'asked' | 'done' | 'again';
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

/** What would stand under a hospital's name, and the four things that it can say to it. */
export interface ReplyModel {
  readonly kind: 'reply';
  readonly roundTitle: string;
  readonly synthetic: boolean;
  /** Where every button posts to. */
  readonly action: string;
  /** Last day to reply, ISO 8601 UTC. */
  readonly endsAt: string;
  readonly shown: ReplyShown;
  /** What was said last by this link; '' = nothing. */
  readonly said: 'right' | 'wrong' | '';
  readonly refusesScore: boolean;
  readonly refusesQuotations: boolean;
  /** What was typed when it came back, and why it did; absent = nothing came back. */
  readonly attempt?: { readonly words: string; readonly problem: string };
}

/** A hospital's row as the release would hold it, in words. */
export interface ReplyShown {
  readonly hospitalName: string;
  /** What is said of the hospital; of one that is not named, that nothing is. */
  readonly label: string;
  /** Says more, such as who judged the score; '' = nothing. */
  readonly marker: string;
  /** null = no score stands there. */
  readonly score: number | null;
  readonly otherProvision: 'yes' | 'no' | 'not_known';
  readonly quotations: readonly string[];
}

/** Everything one answering page shows; the pages are pure functions of it. */
export type RespondPageModel =
  | OpenLinkModel
  | BegunModel
  | AlsoModel
  | CompareModel
  | HandOverModel
  | HandedOverModel
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
  | ReplyModel
  | UnusableModel
  | OptOutModel
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
