import { canonicalJson } from '../../kernel/canonical-json.js';
import { accept, refuse, type Result } from '../../kernel/result.js';
import type { AnswerableQuestion, Condition, Relevance } from '../instrument.js';
import { variablesIn } from '../is-asked.js';
import { JsonReader } from '../json-reader.js';
import { readRelevance } from '../read-parts.js';
import { absenceLinkId, answeredLinkId, enabling } from './fhir-enable-when.js';
import type { FhirNode } from './fhir-node.js';
import { STANDARD } from './fhir-r4.js';
import { type Asked, hasAbsenceQuestion } from './to-relevant.js';

/** Why a condition cannot be kept, and the path of the element that says it. */
export interface ConditionProblem {
  readonly at: FhirNode;
  readonly why: string;
}

/**
 * Reads the routing of an item: our own extension where it is, and says the same as the standard's elements beside it;
 * else `enableWhen`. Conditions outside our list are refused, never approximated.
 */
export function fromEnableWhen(
  item: FhirNode,
  asked: Asked,
  key: string,
): Result<Relevance | undefined, ConditionProblem> {
  const exact = item.own('relevance');
  const expression = item.extension(STANDARD.enableWhenExpression);
  if (exact !== undefined) return fromOwn(item, exact, asked, key);
  if (expression) return refuse({ at: expression, why: 'an expression in FHIRPath cannot be taken apart' });
  const clauses = item.list('enableWhen');
  if (clauses.length === 0) return accept(undefined);
  const behavior = item.string('enableBehavior');
  if (clauses.length > 1 && behavior !== 'all' && behavior !== 'any')
    return refuse({
      at: item.get('enableBehavior'),
      why: 'it is not said whether all of them have to hold or any',
    });
  const read = clauses.map((clause) => readClause(clause, asked));
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return refuse(...problems);
  return combine(
    item,
    read.flatMap((each) => (each.ok ? [each.value] : [])),
    behavior === 'any' ? 'any' : 'all',
  );
}

function fromOwn(
  item: FhirNode,
  text: string,
  asked: Asked,
  key: string,
): Result<Relevance, ConditionProblem> {
  const relevance = relevanceFrom(text, asked);
  if (!relevance) return refuse({ at: item, why: 'our own extension on it cannot be read' });
  const standard = enabling(relevance, asked, key);
  const wanted = canonicalJson([standard.enableWhen ?? [], standard.enableBehavior, expressionIn(standard)]);
  const written = canonicalJson([
    item.list('enableWhen').map((clause) => clause.content()),
    item.string('enableBehavior') || undefined,
    item.extension(STANDARD.enableWhenExpression)?.get('valueExpression').string('expression'),
  ]);
  return wanted === written
    ? accept(relevance)
    : refuse({ at: item, why: 'enableWhen and our own extension "relevance" say different things' });
}

/** Undefined when the text is no condition or looks at a question that is not asked before. */
function relevanceFrom(text: string, asked: Asked): Relevance | undefined {
  const reader = new JsonReader();
  try {
    const relevance = readRelevance(reader, JSON.parse(text), 'relevance');
    const isKnown = variablesIn(relevance).every((variable) => asked.has(variable));
    return isKnown && reader.problems.length === 0 ? relevance : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const expressionIn = ({ extension }: ReturnType<typeof enabling>): string | undefined =>
  extension?.[0]?.valueExpression?.expression;

/** One clause with the question it looks at; `!=` is kept apart, since alone it is none of our conditions. */
type Clause =
  | { readonly condition: Condition; readonly question: AnswerableQuestion }
  | { readonly notToken: string; readonly question: AnswerableQuestion; readonly at: FhirNode };

function readClause(clause: FhirNode, asked: Asked): Result<Clause, ConditionProblem> {
  const fail = (why: string): Result<Clause, ConditionProblem> => refuse({ at: clause, why });
  const linkId = clause.string('question');
  const question = [...asked.values()].find(
    (each) => answeredLinkId(each) === linkId || absenceLinkId(answeredLinkId(each)) === linkId,
  );
  if (!question) return fail(`${linkId} is not a question that is asked before`);
  const { variable } = question;
  const code = clause.get('answerCoding').string('code');
  const kind = (question.options ?? []).find((option) => option.code === code)?.kind ?? 'substantive';
  const token = kind === 'substantive' ? code : kind;
  const number = clause.number('answerInteger') ?? clause.number('answerDecimal');
  switch (clause.string('operator')) {
    case 'exists':
      if (!clause.isTrue('answerBoolean')) return fail(`whether ${linkId} is empty cannot be asked`);
      return hasAbsenceQuestion(question)
        ? fail(`${linkId} may be answered with a value or an absence, and this asks for one of them`)
        : accept({ condition: { variable, isAnswered: true }, question });
    case '=':
      return code === ''
        ? fail('only a coded answer can be compared')
        : accept({ condition: { variable, isOneOf: [token] }, question });
    case '!=':
      if (code === '' || question.type === 'multi_choice') return fail('"!=" needs one coded answer');
      return accept({ notToken: token, question, at: clause });
    case '>=':
    case '<=': {
      if (number === undefined) return fail('a bound is a number');
      const isLeast = clause.string('operator') === '>=';
      return accept({
        condition: isLeast ? { variable, atLeast: number } : { variable, atMost: number },
        question,
      });
    }
    default:
      return fail(`the operator "${clause.string('operator')}" is none of exists, =, !=, >= and <=`);
  }
}

function combine(
  item: FhirNode,
  clauses: readonly Clause[],
  behavior: 'all' | 'any',
): Result<Relevance, ConditionProblem> {
  const [first, ...others] = clauses;
  const sameQuestion = clauses.every(({ question }) => question === first?.question);
  if (
    first &&
    'condition' in first &&
    'isAnswered' in first.condition &&
    sameQuestion &&
    behavior === 'all'
  ) {
    const none = others.flatMap((each) => ('notToken' in each ? [each.notToken] : []));
    if (others.length > 0 && none.length === others.length)
      return accept({ variable: first.condition.variable, isNoneOf: none });
  }
  const bare = clauses.find((each) => 'notToken' in each);
  if (bare && 'at' in bare)
    return refuse({
      at: bare.at,
      why: '"!=" needs "exists" on the same question before it, and enableBehavior all',
    });
  const conditions = clauses.flatMap((each) => ('condition' in each ? [each.condition] : []));
  const [only] = conditions;
  if (!only) return refuse({ at: item, why: 'it has no condition' });
  if (conditions.length === 1) return accept(only);
  const codes = conditions.flatMap((each) => ('isOneOf' in each ? each.isOneOf : []));
  if (behavior === 'any' && sameQuestion && codes.length === conditions.length)
    return accept({ variable: only.variable, isOneOf: codes });
  return accept(behavior === 'any' ? { anyOf: conditions } : { allOf: conditions });
}
