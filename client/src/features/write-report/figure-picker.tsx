import { type FigureCatalogue, referenceText } from '@liaison-atlas/shared/publication/report/figure-references';
import { extrasOf, type FigureExtra, figureText } from '@liaison-atlas/shared/publication/report/report-figure';
import { useState } from 'react';

import { SelectField } from '../../components/select-field.js';

const EXTRA_WORDS: Readonly<Record<FigureExtra, string>> = {
  of: 'with its denominator',
  interval: 'with its 95% interval',
  bounds: 'with its coverage bounds',
  decimal: 'with one decimal place',
};

interface FigurePickerProps {
  readonly catalogue: FigureCatalogue;
  /** Puts a reference into the text. */
  readonly onInsert: (reference: string) => void;
}

/** The list of figures that a text can refer to; the chosen one is shown as the report will print it. */
export function FigurePicker({ catalogue, onInsert }: FigurePickerProps) {
  const figures = [...catalogue.values()];
  const [chosen, setChosen] = useState(figures[0]?.id ?? '');
  const [extras, setExtras] = useState<readonly FigureExtra[]>([]);
  const figure = catalogue.get(chosen);
  if (figure === undefined) return null;
  const offered = extrasOf(figure);
  const asked = offered.filter((extra) => extras.includes(extra));
  return (
    <fieldset className="nhsuk-fieldset la-report-picker">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Put in a figure</legend>
      <SelectField
        label="Figure"
        value={chosen}
        choices={figures.map(({ id, words, group }) => ({
          value: id,
          label: `${words} = ${figureText(catalogue.get(id)!)}`,
          group,
        }))}
        onChange={setChosen}
      />
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        {offered.map((extra) => (
          <div className="nhsuk-checkboxes__item" key={extra}>
            <input
              className="nhsuk-checkboxes__input"
              type="checkbox"
              id={`extra-${extra}`}
              checked={asked.includes(extra)}
              onChange={({ target }) =>
                setExtras(target.checked ? [...extras, extra] : extras.filter((each) => each !== extra))
              }
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`extra-${extra}`}>
              {EXTRA_WORDS[extra]}
            </label>
          </div>
        ))}
      </div>
      <p>
        Reads: <strong>{figureText(figure, asked)}</strong>. Source: {figure.source}
      </p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => onInsert(referenceText(chosen, asked))}
      >
        Put it into the text
      </button>
    </fieldset>
  );
}
