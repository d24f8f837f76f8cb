import type { Case, EstimateInput } from '@liaison-atlas/shared/commissioning/estimate';
import { boxName, publishedText, shownText } from '@liaison-atlas/shared/commissioning/read-estimate';
import { sourceWords } from '@liaison-atlas/shared/commissioning/source-documents';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useId } from 'react';

import { unitWords } from '@liaison-atlas/shared/commissioning/estimate-words';

interface InputRowProps {
  readonly input: EstimateInput;
  readonly typed: (box: string) => string | null;
  readonly problems: readonly Problem[];
  readonly onType: (box: string, text: string) => void;
}

const RANGE: readonly Case[] = ['low', 'central', 'high'];
const SINGLE: readonly Case[] = ['central'];

/** One input: its name, where its value is from, and a box for each of low, central and high. */
export function EstimateInputRow({ input, typed, problems, onType }: InputRowProps) {
  const id = useId();
  const cases = input.kind === 'range' ? RANGE : SINGLE;
  const wrong = problems.filter(({ field }) => cases.some((at) => boxName(input.key, at) === field));
  const { label, symbol, source, note, unit } = input;
  const changed = cases.some((at) => (typed(boxName(input.key, at)) ?? '') !== '');
  return (
    <fieldset
      className={`nhsuk-fieldset nhsuk-form-group${wrong.length > 0 ? ' nhsuk-form-group--error' : ''}`}
      aria-describedby={`${id}-source`}
    >
      <legend className="nhsuk-fieldset__legend">
        {label} (<var>{symbol}</var>)
      </legend>
      <div className="nhsuk-hint la-estimate-source" id={`${id}-source`}>
        In {unitWords(unit)}. {sourceWords(source)}
        {source.endsWith('.') ? '' : '.'} {note}
        {changed && input.published !== null && (
          <> Published: {publishedRange(input, cases)}. You changed it.</>
        )}
      </div>
      {wrong.length > 0 && (
        <div id={`${id}-error`}>
          {wrong.map(({ code, field, message, mend }) => (
            <span className="nhsuk-error-message" key={`${code}-${field}`}>
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {message} {mend}
            </span>
          ))}
        </div>
      )}
      <div className="la-estimate-boxes">
        {cases.map((at) => {
          const box = boxName(input.key, at);
          return (
            <div key={at}>
              <label className="nhsuk-label" htmlFor={`${id}-${at}`}>
                {cases.length === 1 ? (
                  <span className="nhsuk-u-visually-hidden">{label}</span>
                ) : (
                  <>
                    <span className="nhsuk-u-visually-hidden">{label}: </span>
                    {at}
                  </>
                )}
              </label>
              <input
                className={`nhsuk-input la-estimate-box${wrong.length > 0 ? ' nhsuk-input--error' : ''}`}
                id={`${id}-${at}`}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                spellCheck={false}
                maxLength={20}
                aria-invalid={wrong.length > 0}
                aria-describedby={wrong.length > 0 ? `${id}-error` : undefined}
                // Somebody who empties a box to type anew must not see the published value jump back in.
                value={typed(box) ?? shownText(input, at, typed)}
                onChange={(event) => onType(box, event.target.value)}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

const publishedRange = (input: EstimateInput, cases: readonly Case[]): string =>
  [...new Set(cases.map((at) => publishedText(input, at)))].join(' to ');
