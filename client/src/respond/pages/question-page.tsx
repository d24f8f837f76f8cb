import type { QuestionModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { ErrorSummary } from '../components/error-summary.js';
import { HiddenFields } from '../components/hidden-fields.js';
import { QuestionField } from '../components/question-field.js';
import { summaryErrors } from '../summary-errors.js';

/** "Question 3 of 9". A page that several items share counts once: the respondent sees pages, not variables. */
export const progressText = ({ progress }: QuestionModel): string =>
  `Question ${progress.number} of ${progress.of}`;

/** One question, or the optional closed items that share a page, as a form that works without script. */
export function QuestionPage({ model }: { readonly model: QuestionModel }) {
  const { page, questions, hospitals } = model;
  const alone = questions.length === 1;
  const hidden = [
    { name: 'expectedRevision', value: String(model.expectedRevision) },
    ...(model.reminded ? [{ name: 'reminded', value: '1' }] : []),
    ...(model.returnToCheck ? [{ name: 'returnToCheck', value: '1' }] : []),
  ];
  return (
    <>
      <ErrorSummary errors={summaryErrors(questions, model.otherProblems)} />
      <p className="respond-progress">{progressText(model)}</p>
      {!alone && <h1 className="nhsuk-heading-l">{page.title.en}</h1>}
      <form method="post" action={`${model.base}/${page.id}`} noValidate data-autosave={true}>
        <HiddenFields fields={hidden} />
        {questions.map((view) => (
          <QuestionField
            key={view.question.variable}
            view={view}
            hospitals={hospitals}
            as={alone ? 'page' : 'item'}
          />
        ))}
        <div className="respond-actions">
          <button className="nhsuk-button" type="submit">
            Save and continue
          </button>
          <button className="nhsuk-button nhsuk-button--secondary" type="submit" name="later" value="1">
            Save and come back later
          </button>
        </div>
        <p className="respond-status" role="status" data-save-status={true} />
      </form>
    </>
  );
}
