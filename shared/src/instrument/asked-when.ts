import { ABSENCES } from './answer-value.js';
import { type Instrument, type Question, questionsOf, type Relevance } from './instrument.js';

/**
 * The routing of a question in words, for the data dictionary and the methods page.
 * @example askedWhen(v1_0, integration) // → 'iapt_inreach is "Yes"'
 */
export const askedWhen = (instrument: Instrument, question: Question): string =>
  question.relevance ? inWords(instrument, question.relevance, false) : 'Always';

function inWords(instrument: Instrument, relevance: Relevance, nested: boolean): string {
  if ('variable' in relevance) {
    const labels = relevance.isOneOf.map((token) => `"${labelOf(instrument, relevance.variable, token)}"`);
    return `${relevance.variable} is ${labels.join(' or ')}`;
  }
  const [parts, joint] = 'anyOf' in relevance ? [relevance.anyOf, ' or '] : [relevance.allOf, ' and '];
  const text = parts.map((part) => inWords(instrument, part, true)).join(joint);
  return nested && parts.length > 1 ? `(${text})` : text;
}

function labelOf(instrument: Instrument, variable: string, token: string): string {
  const options = questionsOf(instrument).find((question) => question.variable === variable)?.options ?? [];
  const isAbsence = ABSENCES.some((absence) => absence === token);
  return options.find(({ code, kind }) => (isAbsence ? kind === token : code === token))?.label.en ?? token;
}
