import type { StaleModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { HiddenFields } from '../components/hidden-fields.js';

/** Two devices changed one page: both versions side by side, and the respondent says which one holds. */
export function StalePage({ model }: { readonly model: StaleModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">This page was changed somewhere else</h1>
      <p>
        While you had this page open, a different answer was saved with the same link, on another device or in
        another window. Nothing has been overwritten. Choose which answer to keep.
      </p>
      <div className="respond-versions">
        <div>
          <h2 className="nhsuk-heading-m">Saved somewhere else</h2>
          <Version rows={model.rows.map(({ label, saved }) => ({ label, answer: saved }))} />
          <p>
            <a href={`${model.base}/${model.page.id}`}>Keep the saved answer and go on</a>
          </p>
        </div>
        <div>
          <h2 className="nhsuk-heading-m">Your answer, not saved yet</h2>
          <Version rows={model.rows.map(({ label, yours }) => ({ label, answer: yours }))} />
          <form method="post" action={`${model.base}/${model.page.id}`} noValidate>
            <HiddenFields
              fields={[{ name: 'expectedRevision', value: String(model.expectedRevision) }, ...model.yours]}
            />
            <button className="nhsuk-button nhsuk-button--secondary" type="submit">
              Use my answer instead
            </button>
          </form>
        </div>
      </div>
    </>
  );
}

function Version({
  rows,
}: {
  readonly rows: readonly { readonly label: string; readonly answer: string }[];
}) {
  return (
    <dl>
      {rows.map(({ label, answer }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
