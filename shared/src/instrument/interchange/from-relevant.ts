import { accept, refuse, type Result } from '../../kernel/result.js';
import type { AnswerableQuestion, Condition, Relevance } from '../instrument.js';
import { type Expression, type Operator, parseExpression } from './parse-expression.js';
import { type Asked, hasAbsenceQuestion } from './to-relevant.js';
import { ABSENCE_SUFFIX } from './xlsform.js';

/** One comparison of an expression, with the question that it looks at. */
interface Test {
  readonly variable: string;
  readonly operator: Operator;
  /** A code, named as our conditions name it (an absence by what it means); '' = nothing entered. */
  readonly token: string;
  readonly number: number;
  /** The test looks at the question beside, which offers the absences. */
  readonly atAbsence: boolean;
  /** There is such a question beside, so that an answer may stand in either. */
  readonly absenceBeside: boolean;
}

class NotInTheList extends Error {}

/**
 * Reads the routing of an XLSForm row. Only what our list of conditions can say is taken; anything else is refused
 * with the reason, never approximated: a question asked of the wrong people changes what a figure counts.
 * @example fromRelevant("selected(${settings}, 'ward')", asked) // → { variable: 'settings', isOneOf: ['ward'] }
 */
export function fromRelevant(text: string, asked: Asked): Result<Relevance, string> {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed;
  try {
    return accept(toRelevance(parsed.value, asked));
  } catch (error) {
    if (error instanceof NotInTheList) return refuse(error.message);
    throw error;
  }
}

function toRelevance(expression: Expression, asked: Asked): Relevance {
  switch (expression.is) {
    case 'bracket':
      return toRelevance(expression.inner, asked);
    case 'truth':
      throw new NotInTheList('a condition that always or never holds says nothing');
    case 'test':
      return oneTest(testOf(expression, asked));
    case 'or':
      return toAnyOf(expression.parts, asked);
    case 'and':
      return toAllOf(expression.parts, asked);
  }
}

function toAnyOf(parts: readonly Expression[], asked: Asked): Relevance {
  const [first, second] = parts;
  if (parts.length === 2 && first && second?.is === 'truth' && !second.value)
    return { anyOf: [toRelevance(first, asked)] };
  const tests = bareTests(parts, asked);
  const variable = tests?.[0]?.variable;
  if (tests && variable !== undefined && tests.every((test) => test.variable === variable)) {
    if (tests.every(isChosen)) return { variable, isOneOf: tests.map(({ token }) => token) };
    if (answersEitherWay(tests)) return { variable, isAnswered: true };
  }
  return { anyOf: parts.map((part) => toRelevance(part, asked)) };
}

function toAllOf(parts: readonly Expression[], asked: Asked): Relevance {
  const [first, second, ...more] = parts;
  if (first && second?.is === 'truth' && second.value && more.length === 0)
    return { allOf: [toRelevance(first, asked)] };
  const none = first ? toNoneOf(first, parts.slice(1), asked) : undefined;
  return none ?? { allOf: parts.map((part) => toRelevance(part, asked)) };
}

/** "Answered, and with none of these": only so is `!=` the same to us and to XForms, where nothing differs from all. */
function toNoneOf(answered: Expression, others: readonly Expression[], asked: Asked): Condition | undefined {
  const tests = bareTests(others, asked);
  if (!tests || !tests.every(isNotChosen)) return undefined;
  const variable = answeredVariable(answered, asked);
  return variable !== undefined && tests.every((test) => test.variable === variable)
    ? { variable, isNoneOf: tests.map(({ token }) => token) }
    : undefined;
}

function answeredVariable(expression: Expression, asked: Asked): string | undefined {
  const parts =
    expression.is === 'bracket' && expression.inner.is === 'or' ? expression.inner.parts : [expression];
  const tests = bareTests(parts, asked);
  const [first] = tests ?? [];
  if (!tests || !first) return undefined;
  if (tests.length === 1) return isEntered(first) && !first.absenceBeside ? first.variable : undefined;
  return answersEitherWay(tests) ? first.variable : undefined;
}

const isEntered = ({ operator, token }: Test): boolean => operator === '!=' && token === '';
const isChosen = ({ operator, token }: Test): boolean =>
  (operator === '=' || operator === 'selected') && token !== '';
const isNotChosen = ({ operator, token }: Test): boolean =>
  (operator === '!=' || operator === 'unselected') && token !== '';

/** Something was entered, or an absence chosen in the question beside. */
const answersEitherWay = (tests: readonly Test[]): boolean =>
  tests.length === 2 &&
  tests.every(isEntered) &&
  tests[0]?.variable === tests[1]?.variable &&
  tests[0]?.atAbsence !== tests[1]?.atAbsence;

function oneTest(test: Test): Condition {
  const { variable, operator, number } = test;
  if (operator === '>=') return { variable, atLeast: number };
  if (operator === '<=') return { variable, atMost: number };
  if (isChosen(test)) return { variable, isOneOf: [test.token] };
  if (isEntered(test) && !test.absenceBeside) return { variable, isAnswered: true };
  if (test.token === '')
    throw new NotInTheList(
      test.absenceBeside
        ? `an answer to \${${variable}} is a value or an absence; write \${${variable}} != '' or \${${variable}${ABSENCE_SUFFIX}} != ''`
        : `whether \${${variable}} is empty cannot be asked; whether it is answered can`,
    );
  throw new NotInTheList(
    `"not '${test.token}'" holds in XForms where \${${variable}} is empty too; write \${${variable}} != '' and … before it`,
  );
}

const bareTests = (parts: readonly Expression[], asked: Asked): readonly Test[] | undefined =>
  parts.every((part) => part.is === 'test') ? parts.map((part) => testOf(part, asked)) : undefined;

function testOf(test: Extract<Expression, { is: 'test' }>, asked: Asked): Test {
  const owner = test.variable.endsWith(ABSENCE_SUFFIX)
    ? test.variable.slice(0, -ABSENCE_SUFFIX.length)
    : test.variable;
  const question = asked.get(owner);
  if (!question) throw new NotInTheList(`\${${test.variable}} is not a question that is asked before`);
  const [code, number] = typeof test.value === 'number' ? ['', test.value] : [test.value, 0];
  if (question.type === 'multi_choice' && test.operator === '=' && code !== '')
    throw new NotInTheList(
      `\${${owner}} takes several answers and "=" asks for this one alone; use selected(\${${owner}}, '${code}')`,
    );
  return {
    variable: owner,
    operator: test.operator,
    number,
    token: tokenFor(question, code),
    atAbsence: owner !== test.variable,
    absenceBeside: hasAbsenceQuestion(question),
  };
}

const tokenFor = ({ options = [] }: AnswerableQuestion, code: string): string => {
  const kind = options.find((option) => option.code === code)?.kind ?? 'substantive';
  return kind === 'substantive' ? code : kind;
};
