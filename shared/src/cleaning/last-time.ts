import type { Form } from '../fieldwork/response.js';
import { meansTheSame } from '../instrument/comparability.js';
import { type AnswerableQuestion, type Instrument, questionsOf } from '../instrument/instrument.js';
import type { FormDecision } from './analysis-dataset.js';
import { groupBy } from '../kernel/group-by.js';

/** What a hospital said last time, by variable: codes of yes / no facts. */
export type FactsOfHospital = Readonly<Record<string, 'yes' | 'no'>>;

export interface LastTimeInput {
  /** The earlier round as cleaning left it. */
  readonly forms: readonly Form[];
  readonly decisions: readonly FormDecision[];
  readonly earlier: Instrument;
  /** What is asked now. */
  readonly later: Instrument;
  /** Every version of the series, for the way between the two. */
  readonly series: readonly Instrument[];
}

/** A fact about a service: yes or no, nobody's opinion, and fit to be published. Scores, texts and consents are none. */
export const isYesNoFact = ({ type, privacy, publication, options = [] }: AnswerableQuestion): boolean =>
  type === 'choice' &&
  privacy === 'none' &&
  publication === 'open' &&
  options
    .filter(({ kind }) => kind === 'substantive')
    .map(({ code }) => code)
    .sort()
    .join() === 'no,yes';

/**
 * What may be asked as "last time: yes; still true?", by hospital. Only from forms that counted (accepted, or merged
 * with one that did; not superseded ones), only where they agree, only where each agreed that its facts are named: a
 * link can be in other hands than last year. Nothing of scores, texts, "don't know", nor of who gave an answer.
 */
export function factsOfLastTime(input: LastTimeInput): ReadonlyMap<string, FactsOfHospital> {
  const { earlier, later, series } = input;
  const before = new Set(
    questionsOf(earlier)
      .filter(isYesNoFact)
      .map(({ variable }) => variable),
  );
  const variables = questionsOf(later)
    .filter((question) => isYesNoFact(question) && before.has(question.variable))
    .map(({ variable }) => variable)
    .filter((variable) => meansTheSame(variable, earlier, later, series));
  const formOf = new Map(input.forms.map((form) => [form.responseId, form]));
  const counted = input.decisions.filter(
    ({ outcome, rule, odsCode }) =>
      odsCode !== '' && (outcome === 'accepted' || (outcome === 'merged' && rule !== 'R4')),
  );
  const facts = new Map<string, FactsOfHospital>();
  for (const [odsCode, decisions] of groupBy(counted, (decision) => decision.odsCode)) {
    const forms = decisions.flatMap(({ responseId }) => formOf.get(responseId) ?? []);
    if (forms.some(({ consent }) => !consent.nameFacts)) continue;
    const said = variables.flatMap((variable) => {
      const values = new Set(forms.flatMap((form) => valueOf(form, variable)));
      const [only] = values;
      return values.size === 1 && only !== undefined ? [[variable, only] as const] : [];
    });
    if (said.length > 0) facts.set(odsCode, Object.fromEntries(said));
  }
  return facts;
}

function valueOf({ answers }: Form, variable: string): ('yes' | 'no')[] {
  const answer = Object.hasOwn(answers, variable) ? answers[variable] : undefined;
  const code = answer !== undefined && 'given' in answer ? String(answer.given) : '';
  return code === 'yes' || code === 'no' ? [code] : [];
}
