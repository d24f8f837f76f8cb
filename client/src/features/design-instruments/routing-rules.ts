import { tokenOf } from '@liaison-atlas/shared/instrument/check-routing';
import {
  type AnswerableQuestion,
  type Condition,
  type Instrument,
  questionsOf,
  type Relevance,
} from '@liaison-atlas/shared/instrument/instrument';

import type { Place } from './edit-draft.js';

/** Routing as the designer edits it: a flat list of conditions of which all or any must hold. */
export interface RoutingList {
  readonly joint: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

/** The list behind a routing; undefined where groups stand within groups, which the list cannot show. */
export function toList(relevance: Relevance | undefined): RoutingList | undefined {
  if (relevance === undefined) return { joint: 'all', conditions: [] };
  if ('variable' in relevance) return { joint: 'all', conditions: [relevance] };
  const [joint, parts] =
    'anyOf' in relevance ? (['any', relevance.anyOf] as const) : (['all', relevance.allOf] as const);
  const conditions = parts.filter((part): part is Condition => 'variable' in part);
  return conditions.length === parts.length ? { joint, conditions } : undefined;
}

/** The routing of a list; no condition = asked always. */
export function fromList({ joint, conditions }: RoutingList): Relevance | undefined {
  const [only] = conditions;
  if (only === undefined) return undefined;
  if (conditions.length === 1) return only;
  return joint === 'any' ? { anyOf: conditions } : { allOf: conditions };
}

/** Operators in words, in the order in which they are offered. */
export const OPERATORS = [
  { value: 'isOneOf', label: 'is one of' },
  { value: 'isNoneOf', label: 'is answered, but with none of' },
  { value: 'isAnswered', label: 'is answered' },
  { value: 'atLeast', label: 'is at least' },
  { value: 'atMost', label: 'is at most' },
] as const;
export type Operator = (typeof OPERATORS)[number]['value'];

export const operatorOf = (condition: Condition): Operator =>
  OPERATORS.find(({ value }) => value in condition)?.value ?? 'isAnswered';

/** The operators that make sense for a question: numbers are compared, options are chosen from. */
export function operatorsFor(
  question: AnswerableQuestion | undefined,
): readonly (typeof OPERATORS)[number][] {
  const isNumber = question?.type === 'number' || question?.type === 'scale';
  const hasOptions = (question?.options ?? []).length > 0;
  return OPERATORS.filter(({ value }) => {
    if (value === 'isAnswered') return true;
    return value === 'atLeast' || value === 'atMost' ? isNumber : hasOptions;
  });
}

/** A new condition with this operator; values are still to be chosen. */
export function conditionWith(
  variable: string,
  operator: Operator,
  tokens: readonly string[] = [],
): Condition {
  switch (operator) {
    case 'isOneOf':
      return { variable, isOneOf: tokens };
    case 'isNoneOf':
      return { variable, isNoneOf: tokens };
    case 'atLeast':
      return { variable, atLeast: 1 };
    case 'atMost':
      return { variable, atMost: 1 };
    case 'isAnswered':
      return { variable, isAnswered: true };
  }
}

/** The answers that a condition names. */
export const tokensIn = (condition: Condition): readonly string[] =>
  'isOneOf' in condition ? condition.isOneOf : 'isNoneOf' in condition ? condition.isNoneOf : [];

/** What can be named of a question: its options, an absence by its own name. */
export const answersOf = ({
  options = [],
}: AnswerableQuestion): readonly { token: string; label: string }[] =>
  options.map((option) => ({ token: tokenOf(option), label: option.label.en || option.code }));

/** The questions that are asked before the one at this place, rows of matrices each by itself. */
export function questionsBefore(
  content: Instrument,
  { page, question }: Place,
): readonly AnswerableQuestion[] {
  const pages = content.pages
    .slice(0, page + 1)
    .map((each, at) => (at === page ? { ...each, questions: each.questions.slice(0, question) } : each));
  return questionsOf({ ...content, pages });
}
