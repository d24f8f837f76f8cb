import type { AnswerableQuestion, Condition, Question, Relevance } from '../instrument.js';
import { type FhirCoding, type FhirEnableWhen, type FhirItem, OURS, STANDARD } from './fhir-r4.js';
import { type Asked, hasAbsenceQuestion } from './to-relevant.js';

/** `linkId` of a question, and of the item beside it that offers its absences. */
export const linkIdOf = ({ variable, fhirLinkId }: Pick<Question, 'variable' | 'fhirLinkId'>): string =>
  fhirLinkId ?? variable;
export const absenceLinkId = (linkId: string): string => `${linkId}.absence`;
/** A row of a matrix has no `linkId` of its own. */
export const rowLinkId = (matrixLinkId: string, code: string): string => `${matrixLinkId}.${code}`;

/** `linkId` of a question as it is answered, a row of a matrix included. */
export const answeredLinkId = (question: AnswerableQuestion): string =>
  question.inMatrix
    ? rowLinkId(linkIdOf(question.inMatrix.matrix), question.inMatrix.row.code)
    : linkIdOf(question);

/** Coding system of the options of a question. */
export const optionSystem = (key: string, variable: string): string => `${OURS}:option:${key}:${variable}`;

interface Flat {
  readonly clauses: readonly FhirEnableWhen[];
  readonly behavior: 'all' | 'any';
}

/**
 * Routing as FHIR says it: `enableWhen` with `enableBehavior` where that is enough, else (FHIR has no brackets there)
 * the FHIRPath expression of the SDC guide.
 */
export function enabling(
  relevance: Relevance,
  asked: Asked,
  key: string,
): Pick<FhirItem, 'enableWhen' | 'enableBehavior' | 'extension'> {
  const flat = flatten(relevance, asked, key);
  if (flat)
    return {
      enableWhen: flat.clauses,
      ...(flat.clauses.length > 1 ? { enableBehavior: flat.behavior } : {}),
    };
  const expression = toFhirPath(relevance, asked);
  return {
    extension: [
      { url: STANDARD.enableWhenExpression, valueExpression: { language: 'text/fhirpath', expression } },
    ],
  };
}

function flatten(relevance: Relevance, asked: Asked, key: string): Flat | undefined {
  if (!('anyOf' in relevance) && !('allOf' in relevance)) return oneCondition(relevance, asked, key);
  const [parts, behavior] =
    'anyOf' in relevance ? ([relevance.anyOf, 'any'] as const) : ([relevance.allOf, 'all'] as const);
  const flats = parts.map((part) => flatten(part, asked, key));
  const fits = flats.every((flat) => flat && (flat.clauses.length === 1 || flat.behavior === behavior));
  return fits ? { clauses: flats.flatMap((flat) => flat?.clauses ?? []), behavior } : undefined;
}

function oneCondition(condition: Condition, asked: Asked, key: string): Flat | undefined {
  const question = questionOf(condition, asked);
  const linkId = answeredLinkId(question);
  const exists: FhirEnableWhen = { question: linkId, operator: 'exists', answerBoolean: true };
  if ('isOneOf' in condition)
    return {
      clauses: condition.isOneOf.map((token) => compared(question, token, '=', key)),
      behavior: 'any',
    };
  if ('isNoneOf' in condition) {
    // With several answers "!=" means "some other answer too", which is not what is meant.
    if (question.type === 'multi_choice' || hasAbsenceQuestion(question)) return undefined;
    const others = condition.isNoneOf.map((token) => compared(question, token, '!=', key));
    return { clauses: [exists, ...others], behavior: 'all' };
  }
  if ('isAnswered' in condition) {
    const beside: FhirEnableWhen = { ...exists, question: absenceLinkId(linkId) };
    return { clauses: hasAbsenceQuestion(question) ? [exists, beside] : [exists], behavior: 'any' };
  }
  const [operator, bound] =
    'atLeast' in condition ? (['>=', condition.atLeast] as const) : (['<=', condition.atMost] as const);
  const answer = isDecimal(question) ? { answerDecimal: bound } : { answerInteger: bound };
  return Number.isInteger(bound) || isDecimal(question)
    ? { clauses: [{ question: linkId, operator, ...answer }], behavior: 'all' }
    : undefined;
}

/** Whether a number question takes decimals: then its item is of that type. */
export const isDecimal = ({ type, number }: Pick<Question, 'type' | 'number'>): boolean =>
  type === 'number' && ![number?.step ?? 1, number?.min ?? 0, number?.max ?? 0].every(Number.isInteger);

function compared(
  question: AnswerableQuestion,
  token: string,
  operator: '=' | '!=',
  key: string,
): FhirEnableWhen {
  const { code, beside } = optionFor(question, token);
  const linkId = answeredLinkId(question);
  const answerCoding: FhirCoding = { system: systemOf(question, key), code };
  return { question: beside ? absenceLinkId(linkId) : linkId, operator, answerCoding };
}

/** The rows of a matrix share its options. */
export const systemOf = ({ variable, inMatrix }: AnswerableQuestion, key: string): string =>
  optionSystem(key, inMatrix?.matrix.variable ?? variable);

function optionFor(
  question: AnswerableQuestion,
  token: string,
): { readonly code: string; readonly beside: boolean } {
  const option = (question.options ?? []).find(({ code, kind }) =>
    kind === 'substantive' ? code === token : kind === token,
  );
  return {
    code: option?.code ?? token,
    beside: hasAbsenceQuestion(question) && option?.kind !== 'substantive',
  };
}

function toFhirPath(relevance: Relevance, asked: Asked): string {
  if ('anyOf' in relevance || 'allOf' in relevance) {
    const [parts, word] = 'anyOf' in relevance ? [relevance.anyOf, ' or '] : [relevance.allOf, ' and '];
    return parts.map((part) => `(${toFhirPath(part, asked)})`).join(word);
  }
  const question = questionOf(relevance, asked);
  const own = answersAt(answeredLinkId(question));
  const beside = hasAbsenceQuestion(question) ? [answersAt(absenceLinkId(answeredLinkId(question)))] : [];
  const all = [own, ...beside];
  const chosen = (tokens: readonly string[]): string =>
    tokens
      .map((token) => {
        const option = optionFor(question, token);
        return `${option.beside ? (beside[0] ?? own) : own}.where(code = '${option.code}').exists()`;
      })
      .join(' or ');
  const answered = all.map((values) => `${values}.exists()`).join(' or ');
  if ('isOneOf' in relevance) return chosen(relevance.isOneOf);
  if ('isNoneOf' in relevance) return `(${answered}) and (${chosen(relevance.isNoneOf)}).not()`;
  if ('isAnswered' in relevance) return answered;
  const bound = 'atLeast' in relevance ? `>= ${relevance.atLeast}` : `<= ${relevance.atMost}`;
  return `${own}.where($this ${bound}).exists()`;
}

const answersAt = (linkId: string): string =>
  `%resource.descendants().where(linkId = '${linkId.replace(/['\\]/g, '\\$&')}').answer.value`;

function questionOf(condition: Condition, asked: Asked): AnswerableQuestion {
  const question = asked.get(condition.variable);
  if (!question) throw new Error(`a condition looks at ${condition.variable}, which is not asked`);
  return question;
}
