import type { AlsoModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { ErrorSummary } from '../components/error-summary.js';
import { problemText } from '../components/field-parts.js';
import { HiddenFields } from '../components/hidden-fields.js';

const FIELD = 'also-for';

/** The errors of the page, each leading to the choice. */
export const alsoErrors = ({ problems }: AlsoModel) =>
  problems.map((problem) => ({ href: '#another', text: problemText(problem) }));

/** Further hospitals that one form speaks for; ticked, or added one by one. Works without script. */
export function AlsoPage({ model }: { readonly model: AlsoModel }) {
  return (
    <>
      <ErrorSummary errors={alsoErrors(model)} />
      <h1 className="nhsuk-heading-l">
        Do you answer for further hospitals?
        {model.hospitalName && <span className="nhsuk-caption-l">{model.hospitalName}</span>}
      </h1>
      <p>
        If one team works across several hospitals, the same answers can stand for all of them. Choose only
        hospitals for which every answer is true; send a form of its own for the others.
      </p>
      <form method="post" action={`${model.base}/also`} noValidate>
        <HiddenFields fields={[{ name: 'expectedRevision', value: String(model.expectedRevision) }]} />
        {model.nearby.length > 0 && (
          <div className="nhsuk-form-group">
            <fieldset className="nhsuk-fieldset">
              <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
                Hospitals of the same trust, and those you have added
              </legend>
              <div className="nhsuk-checkboxes">
                {model.nearby.map(({ odsCode, name, chosen }) => (
                  <div className="nhsuk-checkboxes__item" key={odsCode}>
                    <input
                      className="nhsuk-checkboxes__input"
                      id={`also-${odsCode}`}
                      name={FIELD}
                      type="checkbox"
                      value={odsCode}
                      defaultChecked={chosen}
                    />
                    <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`also-${odsCode}`}>
                      {name}
                    </label>
                  </div>
                ))}
              </div>
            </fieldset>
          </div>
        )}
        <div className="nhsuk-form-group">
          <label className="nhsuk-label nhsuk-label--s" htmlFor="another">
            Another hospital
          </label>
          <select className="nhsuk-select" id="another" name="another" defaultValue="">
            <option value="">None</option>
            {model.others.map(({ odsCode, name }) => (
              <option key={odsCode} value={odsCode}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="respond-actions">
          <button className="nhsuk-button" type="submit">
            Save and check your answers
          </button>
          <button className="nhsuk-button nhsuk-button--secondary" type="submit" name="add" value="1">
            Add it and choose one more
          </button>
        </div>
      </form>
    </>
  );
}
