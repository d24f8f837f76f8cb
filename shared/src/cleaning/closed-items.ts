import type { Form } from '../fieldwork/response.js';
import type { AnswerableQuestion, Option } from '../instrument/instrument.js';
import { isContent } from './content-answers.js';
import { type ClosedAnswer, choiceAnswer, optionAnswer } from './closed-position.js';
import { DERIVED_ITEMS, type DerivedItem, deriveMusLtc } from './derive-mus-ltc.js';

/** One thing that every form of a round answers or leaves open with one code. */
export interface ClosedItem {
  /** The variable; `<variable>.<option>` for each option of a question that takes several. */
  readonly key: string;
  /** The question as asked; null for the two answers that are derived from two questions each. */
  readonly question: AnswerableQuestion | null;
  /** The option that `yes` stands for, in a question that takes several; null otherwise. */
  readonly option: Option | null;
  readonly answerOf: (form: Form) => ClosedAnswer;
}

/** The options that are answers, without "I don't know" and its like. */
export const substantiveOptions = ({
  options = [],
}: Pick<AnswerableQuestion, 'options'>): readonly Option[] =>
  options.filter(({ kind }) => kind === 'substantive');

/**
 * The closed questions of a questionnaire that say something about the service, in its order, and after them the
 * joint answers on MUS and LTC where only their parts are asked (methods C1). Left out: what says who answers, and what
 * is personal; free text is no closed question. What is never published is here, for the survey team.
 */
export function closedItems(questions: readonly AnswerableQuestion[]): readonly ClosedItem[] {
  const usable = questions.filter(({ variable, privacy }) => isContent(variable) && privacy !== 'personal');
  const asked = usable.flatMap((question): readonly ClosedItem[] => {
    const { variable, type } = question;
    if (type === 'choice')
      return [
        { key: variable, question, option: null, answerOf: ({ answers }) => choiceAnswer(answers[variable]) },
      ];
    if (type !== 'multi_choice') return [];
    return substantiveOptions(question).map((option) => ({
      key: `${variable}.${option.code}`,
      question,
      option,
      answerOf: ({ answers }) => optionAnswer(answers[variable], option.code),
    }));
  });
  const keys = new Set(asked.map(({ key }) => key));
  const derived = (Object.keys(DERIVED_ITEMS) as DerivedItem[]).filter(
    (item) => !keys.has(item) && DERIVED_ITEMS[item].every((part) => keys.has(part)),
  );
  return [
    ...asked,
    ...derived.map((item): ClosedItem => ({
      key: item,
      question: null,
      option: null,
      answerOf: ({ answers }) => {
        const answer = deriveMusLtc(answers, item);
        return answer === 'yes' || answer === 'no' ? { given: answer } : { missing: answer };
      },
    })),
  ];
}
