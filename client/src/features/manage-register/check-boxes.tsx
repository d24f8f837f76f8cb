import { useId } from 'react';

interface CheckBoxesProps<Value extends string> {
  readonly legend: string;
  readonly hint: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: Value[]) => void;
}

/** Several of several; none ticked means that it is not known. */
export function CheckBoxes<Value extends string>(props: CheckBoxesProps<Value>) {
  const { legend, hint, choices, chosen, onChange } = props;
  const id = useId();
  return (
    <div className="nhsuk-form-group">
      <fieldset className="nhsuk-fieldset" aria-describedby={`${id}-hint`}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
          {choices.map(({ value, label }, at) => (
            <div className="nhsuk-checkboxes__item" key={value}>
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id={`${id}-${at}`}
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
                  )
                }
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`${id}-${at}`}>
                {label}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
