import { useId } from 'react';

interface RadioGroupProps {
  readonly legend: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of several, as radio buttons under a legend. */
export function RadioGroup({ legend, choices, value, onChange }: RadioGroupProps) {
  const id = useId();
  return (
    <div className="nhsuk-form-group">
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
        <div className="nhsuk-radios nhsuk-radios--small">
          {choices.map((choice, at) => (
            <div className="nhsuk-radios__item" key={choice.value}>
              <input
                className="nhsuk-radios__input"
                type="radio"
                name={id}
                id={`${id}-${at}`}
                checked={choice.value === value}
                aria-describedby={choice.hint === undefined ? undefined : `${id}-${at}-hint`}
                onChange={() => onChange(choice.value)}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${id}-${at}`}>
                {choice.label}
              </label>
              {choice.hint !== undefined && (
                <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-${at}-hint`}>
                  {choice.hint}
                </div>
              )}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
