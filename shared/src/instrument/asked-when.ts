import { ABSENCES } from './answer-value.js';
import { type Condition, type Instrument, type Question, questionsOf, type Relevance } from './instrument.js';

/**
 * The routing of a question in words, for the data dictionary and the methods page.
 * @param nameOf how the question of a variable is called; its variable when left out
 * @example askedWhen(v1_0, integration) // → 'iapt_inreach is "Yes"'
 */
export const askedWhen = (
  instrument: Instrument,
  question: Question,
  nameOf: (variable: string) => string = (variable) => variable,
): string => (question.relevance ? inWords(instrument, question.relevance, nameOf, false) : 'Always');

function inWords(
  instrument: Instrument,
  relevance: Relevance,
  nameOf: (variable: string) => string,
  nested: boolean,
): string {
  if ('variable' in relevance) return conditionInWords(instrument, relevance, nameOf(relevance.variable));
  const [parts, joint] = 'anyOf' in relevance ? [relevance.anyOf, ' or '] : [relevance.allOf, ' and '];
  const text = parts.map((part) => inWords(instrument, part, nameOf, true)).join(joint);
  return nested && parts.length > 1 ? `(${text})` : text;
}

/** One condition in words: `hours is at least 24`. */
function conditionInWords(instrument: Instrument, condition: Condition, name: string): string {
  const { variable } = condition;
  const labels = (tokens: readonly string[]): string =>
    // A draft may have a condition whose answers nobody has chosen yet.
    tokens.map((token) => `"${labelOf(instrument, variable, token)}"`).join(' or ') || '…';
  if ('isOneOf' in condition) return `${name} is ${labels(condition.isOneOf)}`;
  if ('isNoneOf' in condition) return `${name} is answered, but not with ${labels(condition.isNoneOf)}`;
  if ('atLeast' in condition) return `${name} is at least ${condition.atLeast}`;
  if ('atMost' in condition) return `${name} is at most ${condition.atMost}`;
  return `${name} is answered`;
}

function labelOf(instrument: Instrument, variable: string, token: string): string {
  const options = questionsOf(instrument).find((question) => question.variable === variable)?.options ?? [];
  const isAbsence = ABSENCES.some((absence) => absence === token);
  return options.find(({ code, kind }) => (isAbsence ? kind === token : code === token))?.label.en ?? token;
}
