import { type Perspective, PERSPECTIVES } from './response.js';

/** What an inquiry is before the law of research: an evaluation of services, or research that needs an approval. */
export const PURPOSES = ['service_evaluation', 'research'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Article 6(1)(f) and 6(1)(e) of the UK GDPR: the two bases on which such a survey is carried out. */
export const LEGAL_BASES = ['legitimate_interests', 'public_task'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What is counted: hospitals, or services, of which a hospital can have several. */
export const UNITS_OF_ANALYSIS = ['site', 'service'] as const;

/** What a round says about itself to those whom it asks. '' = not said yet; a round cannot begin to ask without it. */
export interface RoundNote {
  readonly purpose: Purpose | '';
  /** Reference of the ethical approval of research; '' = an evaluation needs none. */
  readonly approval: string;
  readonly legalBasis: LegalBasis | '';
  /** Why that basis holds, in a sentence or two; '' = nothing is added. */
  readonly legalBasisWhy: string;
  /** What else respondents are to know; '' = nothing. */
  readonly furtherWords: string;
}

/** What a survey lead decides for a round; part of the round, so that a release can say which rules it followed. */
export interface RoundSettings {
  readonly unitOfAnalysis: (typeof UNITS_OF_ANALYSIS)[number];
  /** Publish yes / no facts under the names of hospitals that consented. */
  readonly nameFacts: boolean;
  /** Publish "don't know" under a hospital's name; off by default, it describes people. */
  readonly nameDontKnow: boolean;
  /** Name hospitals that did not answer; off by default. */
  readonly nameSilence: boolean;
  /** Whom the round invites; absent in rounds from before it could be set, which invited liaison teams. */
  readonly perspectives?: readonly Perspective[];
  /** Absent in rounds from before there were notes. */
  readonly note?: RoundNote;
}

/** Whom a round invites unless its lead says otherwise. */
export const DEFAULT_PERSPECTIVES: readonly Perspective[] = ['liaison'];

/** A round that has said nothing about itself. */
export const NO_NOTE: RoundNote = {
  purpose: '',
  approval: '',
  legalBasis: '',
  legalBasisWhy: '',
  furtherWords: '',
};

/** Settings as they read today, whatever the year in which they were stored. */
export const completeSettings = (settings: RoundSettings): Required<RoundSettings> => ({
  ...settings,
  perspectives: settings.perspectives ?? DEFAULT_PERSPECTIVES,
  note: { ...NO_NOTE, ...settings.note },
});

/** Perspectives in the order of the survey, each once. */
export const inSurveyOrder = (perspectives: readonly string[]): readonly Perspective[] =>
  PERSPECTIVES.filter((perspective) => perspectives.includes(perspective));

const PERSPECTIVE_WORDS: Readonly<Record<Perspective, string>> = {
  liaison: 'liaison psychiatry teams',
  iapt: 'NHS Talking Therapies (formerly IAPT) services',
  psychology: 'clinical health psychology services',
  acute_trust: 'acute trusts',
};

/** Whom a perspective stands for, in words. */
export const perspectiveWords = (perspective: Perspective): string => PERSPECTIVE_WORDS[perspective];
