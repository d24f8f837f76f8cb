/** A text per language; English is always there. */
export interface LocalText {
  readonly en: string;
}

/** What choosing an option means: an answer, or one of the stated absences. */
export type OptionKind = 'substantive' | 'dont_know' | 'not_applicable' | 'refused';

export interface Option {
  readonly code: string;
  readonly label: LocalText;
  readonly kind: OptionKind;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly minLabel: LocalText;
  readonly maxLabel: LocalText;
}

/** When a question is asked, as data: no code in an instrument. Absent = always. */
export type Relevance =
  | { readonly variable: string; readonly isOneOf: readonly string[] }
  | { readonly anyOf: readonly Relevance[] }
  | { readonly allOf: readonly Relevance[] };

/** `hospital` is answered with the site's ODS code, or `other` plus the site's name as free text. */
export type QuestionType =
  'hospital' | 'choice' | 'multi_choice' | 'scale' | 'integer' | 'short_text' | 'long_text' | 'date';

/** Who may ever see an answer: `personal` never leaves, `opinion` follows domain D5, `none` is a service fact. */
export type PrivacyClass = 'none' | 'opinion' | 'personal';

/** `open` may be published by hospital (with consent where asked), `aggregate` only in groups, `never` not at all. */
export type PublicationClass = 'open' | 'aggregate' | 'never';

export interface Question {
  /** Stable across versions, e.g. `iapt_inreach`. */
  readonly variable: string;
  readonly type: QuestionType;
  readonly text: LocalText;
  readonly help?: LocalText;
  /** Shown above the control, e.g. not to name patients or staff. */
  readonly warning?: LocalText;
  readonly options?: readonly Option[];
  readonly scale?: Scale;
  /** `hard`: cannot submit without it ("I don't know" is an answer); `soft`: may be skipped after a reminder; `no`. */
  readonly required: 'hard' | 'soft' | 'no';
  readonly maxLength?: number;
  readonly relevance?: Relevance;
  readonly privacy: PrivacyClass;
  readonly publication: PublicationClass;
  /** Where the wording or option comes from, e.g. `000:128-151`, or why it was added. */
  readonly source: string;
}

/** A page of the answering form: one question a page, except the optional closed items that share one. */
export interface InstrumentPage {
  readonly id: string;
  readonly title: LocalText;
  readonly optional: boolean;
  readonly questions: readonly Question[];
}

export interface Instrument {
  /** `iapt-liaison`, the same for all versions. */
  readonly key: string;
  readonly version: string;
  readonly title: LocalText;
  readonly status: 'draft' | 'piloted' | 'published' | 'retired';
  readonly changeNote: string;
  /** Participant information shown before the first question; empty for v1.0, of which none is known. */
  readonly information: readonly { readonly heading: LocalText; readonly paragraphs: readonly LocalText[] }[];
  readonly pages: readonly InstrumentPage[];
}

/** Whether figures from two versions of one variable may be compared. */
export interface Comparability {
  readonly variable: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly verdict: 'same' | 'minor_wording' | 'not_comparable' | 'new';
  readonly note: string;
}

const known = new WeakMap<Instrument, readonly Question[]>();

/** All questions in the order in which they are asked. An instrument never changes, so the list is made once. */
export function questionsOf(instrument: Instrument): readonly Question[] {
  const found = known.get(instrument);
  if (found !== undefined) return found;
  const questions = instrument.pages.flatMap((page) => page.questions);
  known.set(instrument, questions);
  return questions;
}
