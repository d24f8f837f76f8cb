import { canonicalJson } from '../kernel/canonical-json.js';
import {
  type AnswerableQuestion,
  type Comparability,
  type Instrument,
  type Question,
  questionsOf,
} from './instrument.js';

/** What of a question differs between two versions. */
export type ChangedPart =
  | 'type'
  | 'text'
  | 'help'
  | 'option labels'
  | 'options'
  | 'scale'
  | 'range'
  | 'routing'
  | 'required'
  | 'length'
  | 'publication'
  | 'names';

/** One question of either version, with what became of it and whether its figures may be compared. */
export interface QuestionChange {
  readonly variable: string;
  readonly change: 'unchanged' | 'changed' | 'added' | 'removed';
  readonly parts: readonly ChangedPart[];
  /** What the rules propose; a person decides. */
  readonly proposed: Comparability['verdict'];
}

/**
 * Every question of both versions, those of the later one first and in its order. Proposed verdicts: a question that
 * is unchanged, or changed only in what the respondent does not see, is `same`; other words are `minor_wording`;
 * another type, other options, another scale or range and other routing change who answers what: `not_comparable`.
 * A question that is asked no more has nothing to be compared with: `not_comparable`.
 */
export function compareVersions(before: Instrument, after: Instrument): readonly QuestionChange[] {
  const earlier = new Map(questionsOf(before).map((question) => [question.variable, question]));
  const later = new Set(questionsOf(after).map(({ variable }) => variable));
  return [
    ...questionsOf(after).map((question) => changeOf(question, earlier.get(question.variable))),
    ...[...earlier.keys()]
      .filter((variable) => !later.has(variable))
      .map((variable): QuestionChange => ({
        variable,
        change: 'removed',
        parts: [],
        proposed: 'not_comparable',
      })),
  ];
}

function changeOf(after: AnswerableQuestion, before: AnswerableQuestion | undefined): QuestionChange {
  const { variable } = after;
  if (before === undefined) return { variable, change: 'added', parts: [], proposed: 'new' };
  const parts = changedParts(before, after);
  return {
    variable,
    change: parts.length === 0 ? 'unchanged' : 'changed',
    parts,
    proposed: verdictOn(parts),
  };
}

const BREAKING: readonly ChangedPart[] = ['type', 'options', 'scale', 'range', 'routing'];
const WORDING: readonly ChangedPart[] = ['text', 'help', 'option labels', 'required', 'length'];

function verdictOn(parts: readonly ChangedPart[]): Comparability['verdict'] {
  if (parts.some((part) => BREAKING.includes(part))) return 'not_comparable';
  return parts.some((part) => WORDING.includes(part)) ? 'minor_wording' : 'same';
}

/** What is looked at for each part; equal canonical text means that nothing changed. */
const VIEWS: Readonly<Record<ChangedPart, (question: Question) => unknown>> = {
  type: ({ type }) => type,
  text: ({ text }) => text,
  help: ({ help, warning }) => [help, warning],
  options: ({ options = [] }) => options.map(({ code, kind }) => [code, kind]),
  'option labels': ({ options = [] }) => options.map(({ label }) => label),
  scale: ({ scale }) => scale,
  range: ({ number }) => number,
  routing: ({ relevance }) => relevance,
  required: ({ required }) => required,
  length: ({ maxLength }) => maxLength,
  publication: ({ privacy, publication }) => [privacy, publication],
  names: ({ spssName, fhirLinkId }) => [spssName, fhirLinkId],
};

const changedParts = (before: Question, after: Question): readonly ChangedPart[] =>
  (Object.keys(VIEWS) as ChangedPart[]).filter(
    (part) => canonicalJson([VIEWS[part](before)]) !== canonicalJson([VIEWS[part](after)]),
  );
