import { useId } from 'react';

import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { type EditedCode, possibleParents } from './edit-codes.js';

interface CodeFieldsProps {
  readonly code: EditedCode;
  readonly codes: readonly EditedCode[];
  readonly mayChange: boolean;
  readonly onChange: (values: Partial<EditedCode>) => void;
  readonly onTakeOut: () => void;
}

const TEXTS = [
  ['definition', 'Definition'],
  ['include', 'Include'],
  ['exclude', 'Exclude, and where it belongs'],
  ['example', 'Example, made up'],
] as const;

/** One code that opens to its fields; to be read alone where nothing may be changed. */
export function CodeFields({ code, codes, mayChange, onChange, onTakeOut }: CodeFieldsProps) {
  const id = useId();
  const above = codes.find((each) => each.id === code.parentId);
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {code.key} {code.name || 'without a name'}
          {!code.applicable && ' (heading)'}
          {above && <span className="nhsuk-u-visually-hidden">, under {above.key}</span>}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        {mayChange ? (
          <>
            <TextField label="Key" value={code.key} maxLength={8} onChange={(key) => onChange({ key })} />
            <TextField
              label="Name"
              value={code.name}
              maxLength={200}
              onChange={(name) => onChange({ name })}
            />
            {TEXTS.map(([field, label]) => (
              <TextArea
                key={field}
                label={label}
                value={code[field]}
                rows={2}
                onChange={(text) => onChange({ [field]: text })}
              />
            ))}
            <SelectField
              label="Stands under"
              value={code.parentId}
              choices={[
                { value: '', label: 'Nothing: at the top' },
                ...possibleParents(codes, code.id).map((each) => ({
                  value: each.id,
                  label: `${each.key} ${each.name}`,
                })),
              ]}
              onChange={(parentId) => onChange({ parentId })}
            />
            <TextField
              label="Colour"
              hint="Such as #005eb8; may stay empty. Never the only mark of a code."
              value={code.colour}
              maxLength={7}
              onChange={(colour) => onChange({ colour })}
            />
            <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
              <div className="nhsuk-checkboxes__item">
                <input
                  className="nhsuk-checkboxes__input"
                  id={`${id}-heading`}
                  type="checkbox"
                  checked={!code.applicable}
                  onChange={(event) => onChange({ applicable: !event.target.checked })}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`${id}-heading`}>
                  A heading: it is not applied itself
                </label>
              </div>
            </div>
            <button type="button" className="la-link-button" onClick={onTakeOut}>
              Take {code.key} out
            </button>
          </>
        ) : (
          TEXTS.filter(([field]) => code[field] !== '').map(([field, label]) => (
            <p key={field}>
              <strong>{label}:</strong> {code[field]}
            </p>
          ))
        )}
      </div>
    </details>
  );
}
