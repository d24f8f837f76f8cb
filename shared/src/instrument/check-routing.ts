import { type Condition, type Option, type Question, type Relevance, answerable } from './instrument.js';
import { finding, type Finding } from './instrument-problem.js';
import { variablesIn } from './is-asked.js';

const CHOOSE_EARLIER = 'Choose a question that stands before this one, or move this one further down.';

/**
 * What is wrong with when a question is asked. A condition may look at earlier questions only, so a respondent never
 * has to go back; a circle of conditions is named as such, since moving a question cannot mend it.
 *
 * Codes: ROUTING_TO_ITSELF, ROUTING_TO_UNKNOWN, ROUTING_TO_LATER, ROUTING_CYCLE, ROUTING_EMPTY,
 * ROUTING_UNKNOWN_ANSWER, ROUTING_NO_NUMBER.
 * @param all every question of the instrument, matrices unopened, in order
 * @param place of the question among them
 */
export function checkRouting(
  question: Question,
  all: readonly Question[],
  place: number,
): readonly Finding[] {
  return question.relevance === undefined ? [] : checkRelevance(question, question.relevance, all, place);
}

function checkRelevance(
  question: Question,
  relevance: Relevance,
  all: readonly Question[],
  place: number,
): readonly Finding[] {
  if ('variable' in relevance) return checkCondition(question, relevance, all, place);
  const parts = 'anyOf' in relevance ? relevance.anyOf : relevance.allOf;
  if (parts.length === 0)
    return [
      bad(
        'ROUTING_EMPTY',
        'The routing has no condition, so the question would be asked always or never by accident.',
        'Add a condition, or ask the question always.',
      ),
    ];
  return parts.flatMap((part) => checkRelevance(question, part, all, place));
}

function checkCondition(
  question: Question,
  condition: Condition,
  all: readonly Question[],
  place: number,
): readonly Finding[] {
  const { variable } = condition;
  const keysOf = (each: Question): readonly string[] => answerable(each).map((one) => one.variable);
  if (keysOf(question).includes(variable))
    return [bad('ROUTING_TO_ITSELF', 'The question depends on its own answer.', CHOOSE_EARLIER)];
  const found = all.findIndex((each) => keysOf(each).includes(variable));
  const referred = all[found];
  if (referred === undefined)
    return [
      bad(
        'ROUTING_TO_UNKNOWN',
        `The condition looks at "${variable}", which no question is called.`,
        'Choose one of the questions, or delete the condition.',
      ),
    ];
  if (dependsOn(referred, question, all, new Set()))
    return [
      bad(
        'ROUTING_CYCLE',
        `This question and "${variable}" each wait for the other's answer.`,
        'Delete one of the two conditions.',
      ),
    ];
  if (found > place)
    return [bad('ROUTING_TO_LATER', `"${variable}" is asked only after this question.`, CHOOSE_EARLIER)];
  const asked = answerable(referred).find((one) => one.variable === variable) ?? referred;
  return checkValues(condition, asked);
}

function checkValues(condition: Condition, referred: Question): readonly Finding[] {
  const { variable } = condition;
  if ('isAnswered' in condition) return [];
  if ('atLeast' in condition || 'atMost' in condition) {
    if (referred.type === 'number' || referred.type === 'scale') return [];
    return [
      bad(
        'ROUTING_NO_NUMBER',
        `"${variable}" is not answered with a number.`,
        'Compare numbers with number and scale questions only.',
      ),
    ];
  }
  const named = 'isOneOf' in condition ? condition.isOneOf : condition.isNoneOf;
  if (named.length === 0)
    return [
      bad('ROUTING_EMPTY', `The condition on "${variable}" names no answer.`, 'Choose at least one answer.'),
    ];
  const tokens = (referred.options ?? []).map(tokenOf);
  return named
    .filter((token) => !tokens.includes(token))
    .map((token) =>
      bad(
        'ROUTING_UNKNOWN_ANSWER',
        `"${variable}" cannot be answered with "${token}".`,
        'Choose from the answers that the question offers.',
      ),
    );
}

/** Whether the routing of one question leads, over however many others, to another. */
function dependsOn(from: Question, on: Question, all: readonly Question[], seen: Set<Question>): boolean {
  if (from.relevance === undefined || seen.has(from)) return false;
  seen.add(from);
  return variablesIn(from.relevance).some((variable) => {
    const next = all.find((each) => answerable(each).some((one) => one.variable === variable));
    return next !== undefined && (next === on || dependsOn(next, on, all, seen));
  });
}

const bad = (code: string, message: string, mend: string): Finding => finding(code, 'routing', message, mend);

/** How a condition names an option: by its code, an absence by its name. */
export const tokenOf = ({ code, kind }: Pick<Option, 'code' | 'kind'>): string =>
  kind === 'substantive' ? code : kind;
