import type { QuestionModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import type { QuestionView } from '@liaison-atlas/shared/fieldwork/respond-parts';
import type { Question } from '@liaison-atlas/shared/instrument/instrument';

import { ErrorSummary } from '../components/error-summary.js';
import { HiddenFields } from '../components/hidden-fields.js';
import { MatrixField } from '../components/matrix-field.js';
import { QuestionField } from '../components/question-field.js';
import { summaryErrors } from '../summary-errors.js';

/** "Question 3 of 9". A page that several items share counts once: the respondent sees pages, not variables. */
export const progressText = ({ progress }: QuestionModel): string =>
  `Question ${progress.number} of ${progress.of}`;

/** One question, or the rows of one matrix. */
interface QuestionGroup {
  readonly matrix?: Question;
  readonly views: readonly QuestionView[];
}

function inGroups(questions: readonly QuestionView[]): readonly QuestionGroup[] {
  const groups: { matrix?: Question; views: QuestionView[] }[] = [];
  for (const view of questions) {
    const matrix = view.question.inMatrix?.matrix;
    const last = groups.at(-1);
    if (matrix && last?.matrix === matrix) last.views.push(view);
    else groups.push({ matrix, views: [view] });
  }
  return groups;
}

/** One question, or the closed items that share a page, as a form that works without script. */
export function QuestionPage({ model }: { readonly model: QuestionModel }) {
  const { page, questions, hospitals } = model;
  const groups = inGroups(questions);
  const alone = groups.length === 1;
  const as = alone ? 'page' : 'item';
  const hidden = model.preview?.carried ?? [
    { name: 'expectedRevision', value: String(model.expectedRevision) },
    ...(model.reminded ? [{ name: 'reminded', value: '1' }] : []),
    ...(model.returnToCheck ? [{ name: 'returnToCheck', value: '1' }] : []),
  ];
  return (
    <>
      <ErrorSummary errors={summaryErrors(questions, model.otherProblems)} />
      <p className="respond-progress">{progressText(model)}</p>
      {!alone && <h1 className="nhsuk-heading-l">{page.title.en}</h1>}
      <form
        method={model.preview ? 'get' : 'post'}
        action={`${model.base}/${page.id}`}
        noValidate
        data-autosave={model.preview ? undefined : true}
      >
        <HiddenFields fields={hidden} />
        {/* The Enter key presses the first button of a form: that must not be one that takes over an answer. */}
        {questions.some(({ lastTime }) => lastTime) && (
          <button className="respond-first-button" type="submit" tabIndex={-1} aria-hidden="true">
            Save and continue
          </button>
        )}
        <div lang={model.language?.isShown ? model.language.second : undefined}>
          {groups.map(({ matrix, views }) =>
            matrix ? (
              <MatrixField key={matrix.variable} matrix={matrix} rows={views} as={as} />
            ) : (
              views.map((view) => (
                <QuestionField key={view.question.variable} view={view} hospitals={hospitals} as={as} />
              ))
            ),
          )}
        </div>
        <div className="respond-actions">
          <button className="nhsuk-button" type="submit">
            {model.preview ? 'Continue without saving' : 'Save and continue'}
          </button>
          {!model.preview && (
            <button className="nhsuk-button nhsuk-button--secondary" type="submit" name="later" value="1">
              Save and come back later
            </button>
          )}
        </div>
        <p className="respond-status" role="status" data-save-status={true} />
      </form>
    </>
  );
}
