import { askedWhen } from '../../instrument/asked-when.js';
import { type Instrument, questionsOf, type QuestionType } from '../../instrument/instrument.js';
import { questionNumber } from './question-number.js';
import type { ReportFacts } from './report-facts.js';

const KINDS: Readonly<Record<QuestionType, string>> = {
  choice: 'one of several answers',
  multi_choice: 'any of several answers',
  matrix: 'one answer a row',
  number: 'number',
  scale: 'scale',
  date: 'date',
  short_text: 'short text',
  long_text: 'text',
  hospital: 'hospital',
};

/** What the methods of a report say of a questionnaire. */
export function questionnaireFacts(
  instrument: Instrument,
): Pick<ReportFacts, 'questions' | 'pages' | 'information' | 'consentQuestions'> {
  const questions = questionsOf(instrument);
  const numberOf = (variable: string): string => {
    const at = questions.findIndex((question) => question.variable === variable);
    return at === -1 ? variable : questionNumber(at);
  };
  return {
    questions: questions.map((question) => ({
      text: question.text.en,
      kind:
        question.scale === undefined
          ? KINDS[question.type]
          : `scale from ${question.scale.min}, "${question.scale.minLabel.en}", to ${question.scale.max}, "${question.scale.maxLabel.en}"`,
      when: question.relevance === undefined ? '' : askedWhen(instrument, question, numberOf),
      required: question.required === 'hard',
    })),
    pages: instrument.pages.length,
    information: instrument.information.length > 0,
    consentQuestions: questions
      .filter(({ variable }) => variable.startsWith('consent_'))
      .map(({ variable }) => variable),
  };
}
