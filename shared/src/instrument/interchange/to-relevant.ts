import type { AnswerableQuestion, Condition, Relevance } from '../instrument.js';
import { ABSENCE_SUFFIX } from './xlsform.js';

/** The questions that a condition may look at, by variable key (`questionsOf`). */
export type Asked = ReadonlyMap<string, AnswerableQuestion>;

/**
 * Routing as an XLSForm expression (column `relevant`). Parts of an "any of" or "all of" stand in brackets and the codes
 * of one condition do not, so that reading the expression gives the same condition again and not only an equal one.
 * @example toRelevant({ variable: 'iapt_inreach', isOneOf: ['yes'] }, asked) // → "${iapt_inreach} = 'yes'"
 */
export function toRelevant(relevance: Relevance, asked: Asked): string {
  if ('anyOf' in relevance) return joined(relevance.anyOf, 'or', 'false()', asked);
  if ('allOf' in relevance) return joined(relevance.allOf, 'and', 'true()', asked);
  return oneCondition(relevance, asked);
}

function joined(parts: readonly Relevance[], word: 'and' | 'or', neutral: string, asked: Asked): string {
  const written = parts.map((part) => `(${toRelevant(part, asked)})`);
  return (written.length === 1 ? [...written, neutral] : written).join(` ${word} `);
}

function oneCondition(condition: Condition, asked: Asked): string {
  const { variable } = condition;
  const question = asked.get(variable);
  if (!question) throw new Error(`a condition looks at ${variable}, which is not asked`);
  const test = (token: string, wanted: boolean): string => {
    const code = codeOf(question, token);
    const ref = refOf(question, token);
    if (question.type !== 'multi_choice') return `${ref} ${wanted ? '=' : '!='} '${code}'`;
    return wanted ? `selected(${ref}, '${code}')` : `not(selected(${ref}, '${code}'))`;
  };
  if ('isOneOf' in condition) return condition.isOneOf.map((token) => test(token, true)).join(' or ');
  if ('isNoneOf' in condition) {
    const answered = hasAbsenceQuestion(question) ? `(${isAnswered(question)})` : isAnswered(question);
    return [answered, ...condition.isNoneOf.map((token) => test(token, false))].join(' and ');
  }
  if ('isAnswered' in condition) return isAnswered(question);
  const ref = `\${${variable}}`;
  return 'atLeast' in condition ? `${ref} >= ${condition.atLeast}` : `${ref} <= ${condition.atMost}`;
}

/** A control that is no list cannot hold "I don't know": a question of its own beside it does. */
export const hasAbsenceQuestion = ({ type, options = [] }: AnswerableQuestion): boolean =>
  type !== 'choice' && type !== 'multi_choice' && options.length > 0;

function isAnswered(question: AnswerableQuestion): string {
  const own = `\${${question.variable}} != ''`;
  return hasAbsenceQuestion(question) ? `${own} or \${${question.variable}${ABSENCE_SUFFIX}} != ''` : own;
}

const refOf = (question: AnswerableQuestion, token: string): string => {
  const isAbsence = (question.options ?? []).some(({ kind }) => kind === token);
  const beside = isAbsence && hasAbsenceQuestion(question) ? ABSENCE_SUFFIX : '';
  return `\${${question.variable}${beside}}`;
};

/** Our conditions name an absence by what it means, an XLSForm by the code of its option. */
const codeOf = ({ options = [] }: AnswerableQuestion, token: string): string =>
  options.find(({ code, kind }) => (kind === 'substantive' ? code === token : kind === token))?.code ?? token;
