import type { Perspective } from './response.js';
import { PERSPECTIVES } from './response.js';
import {
  inSurveyOrder,
  LEGAL_BASES,
  type LegalBasis,
  type Purpose,
  PURPOSES,
  UNITS_OF_ANALYSIS,
} from './round-settings.js';
import { cleanText } from '../kernel/clean-text.js';
import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { parseMoment } from './parse-moment.js';

/** All that a lead decides when planning a round. Times are ISO 8601 UTC; null = not set yet. */
export interface RoundPlan {
  readonly title: string;
  readonly instrumentKey: string;
  readonly instrumentVersion: string;
  readonly frameId: string;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly correctionsUntil: string | null;
  readonly perspectives: readonly Perspective[];
  readonly purpose: Purpose | '';
  readonly approval: string;
  readonly legalBasis: LegalBasis | '';
  readonly legalBasisWhy: string;
  readonly furtherWords: string;
  readonly unitOfAnalysis: 'site' | 'service';
  readonly nameFacts: boolean;
  readonly nameDontKnow: boolean;
  readonly nameSilence: boolean;
}
export type PlanField = keyof RoundPlan;

/** The fields in the order of the form. */
export const PLAN_FIELDS: readonly PlanField[] = [
  'title',
  'instrumentKey',
  'instrumentVersion',
  'frameId',
  'opensAt',
  'closesAt',
  'correctionsUntil',
  'perspectives',
  'purpose',
  'approval',
  'legalBasis',
  'legalBasisWhy',
  'furtherWords',
  'unitOfAnalysis',
  'nameFacts',
  'nameDontKnow',
  'nameSilence',
];

/** A plan as it comes in: choices and dates are texts that have not been checked. '' = not set. */
export type RawRoundPlan = {
  readonly [Field in PlanField]: RoundPlan[Field] extends boolean
    ? boolean
    : Field extends 'perspectives'
      ? readonly string[]
      : string;
};

const LENGTHS = { title: 200, approval: 200, legalBasisWhy: 1000, furtherWords: 2000 } as const;

/** Reads a plan: every problem at once, each with the field that it is in and what mends it. */
export function parseRoundPlan(raw: RawRoundPlan): Result<RoundPlan, Problem> {
  const problems: Problem[] = [];
  const read = <Value>(result: Result<Value, Problem>, otherwise: Value): Value => {
    if (result.ok) return result.value;
    problems.push(...result.problems);
    return otherwise;
  };
  const text = (field: keyof typeof LENGTHS): string =>
    read(cleanText(raw[field].trim(), field, LENGTHS[field]), '');
  const plan: RoundPlan = {
    title: text('title'),
    instrumentKey: raw.instrumentKey,
    instrumentVersion: raw.instrumentVersion,
    frameId: raw.frameId,
    opensAt: read(parseMoment(raw.opensAt, 'opensAt', 'first moment'), null),
    closesAt: read(parseMoment(raw.closesAt, 'closesAt', 'last moment'), null),
    correctionsUntil: read(parseMoment(raw.correctionsUntil, 'correctionsUntil', 'last moment'), null),
    perspectives: inSurveyOrder(raw.perspectives),
    purpose: read(oneOf(raw.purpose, ['', ...PURPOSES], 'purpose'), ''),
    approval: text('approval'),
    legalBasis: read(oneOf(raw.legalBasis, ['', ...LEGAL_BASES], 'legalBasis'), ''),
    legalBasisWhy: text('legalBasisWhy'),
    furtherWords: text('furtherWords'),
    unitOfAnalysis: read(oneOf(raw.unitOfAnalysis, UNITS_OF_ANALYSIS, 'unitOfAnalysis'), 'site'),
    nameFacts: raw.nameFacts,
    nameDontKnow: raw.nameDontKnow,
    nameSilence: raw.nameSilence,
  };
  if (raw.title.trim() === '') problems.push(NO_TITLE);
  if (raw.perspectives.some((each) => !(PERSPECTIVES as readonly string[]).includes(each)))
    problems.push(notOffered('perspectives'));
  else if (raw.perspectives.length === 0) problems.push(NO_PERSPECTIVE);
  problems.push(...orderOfDates(plan));
  return problems.length === 0 ? accept(plan) : refuse(...problems);
}

/** The dates in the order in which they have to come: opens, closes, end of corrections. */
export function orderOfDates({
  opensAt,
  closesAt,
  correctionsUntil,
}: Pick<RoundPlan, 'opensAt' | 'closesAt' | 'correctionsUntil'>): readonly Problem[] {
  const problems: Problem[] = [];
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) problems.push(CLOSES_BEFORE_IT_OPENS);
  if (correctionsUntil !== null && closesAt === null) problems.push(CORRECTIONS_WITHOUT_CLOSE);
  if (correctionsUntil !== null && closesAt !== null && correctionsUntil < closesAt)
    problems.push(CORRECTIONS_BEFORE_CLOSE);
  return problems;
}

/** The fields in which two plans differ, in the order of the form. */
export const planDifferences = (one: RoundPlan, other: RoundPlan): readonly PlanField[] =>
  PLAN_FIELDS.filter((field) => String(one[field]) !== String(other[field]));

const oneOf = <Value extends string>(
  value: string,
  offered: readonly Value[],
  field: string,
): Result<Value, Problem> => {
  const found = offered.find((each) => each === value);
  return found === undefined ? refuse(notOffered(field)) : accept(found);
};

const problem = (code: string, field: PlanField, message: string, mend: string): Problem => ({
  code,
  field,
  message,
  mend,
});
const notOffered = (field: string): Problem => ({
  code: 'NOT_OFFERED',
  field,
  message: 'This is none of the choices.',
  mend: 'Choose one that is offered.',
});
const NO_TITLE = problem('EMPTY_TITLE', 'title', 'The round has no title.', 'Write its title.');
const NO_PERSPECTIVE = problem(
  'NOBODY_INVITED',
  'perspectives',
  'The round invites nobody.',
  'Choose at least one perspective; a round of liaison teams is the usual one.',
);
const CLOSES_BEFORE_IT_OPENS = problem(
  'CLOSES_BEFORE_IT_OPENS',
  'closesAt',
  'The round would close before it opens.',
  'Choose a closing day after the opening day.',
);
const CORRECTIONS_WITHOUT_CLOSE = problem(
  'CORRECTIONS_WITHOUT_CLOSE',
  'correctionsUntil',
  'There is a last day for corrections and no closing day.',
  'Set the closing day, or leave the day for corrections empty.',
);
const CORRECTIONS_BEFORE_CLOSE = problem(
  'CORRECTIONS_BEFORE_CLOSE',
  'correctionsUntil',
  'Corrections would end before the round closes.',
  'Choose the closing day or a later one.',
);
