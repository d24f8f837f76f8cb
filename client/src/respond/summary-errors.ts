import type { QuestionView } from '@liaison-atlas/shared/fieldwork/respond-parts';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import type { SummaryError } from './components/error-summary.js';
import { problemText } from './components/field-parts.js';

/** The error summary of a question page: each problem with the id of the control that puts it right. */
export const summaryErrors = (
  questions: readonly QuestionView[],
  otherProblems: readonly Problem[],
): SummaryError[] => [
  ...questions.flatMap(({ question, problem }) =>
    problem
      ? [
          {
            href: `#${problem.field.startsWith(question.variable) ? problem.field : question.variable}`,
            text: problemText(problem),
          },
        ]
      : [],
  ),
  ...otherProblems.map((problem) => ({ href: '', text: problemText(problem) })),
];
