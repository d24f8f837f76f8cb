import { NEED_SHEET } from '@liaison-atlas/shared/commissioning/estimate-need';
import { standardBox } from '@liaison-atlas/shared/commissioning/briefing/read-reported-standards';
import { STANDARDS } from '@liaison-atlas/shared/commissioning/standards';
import { useState } from 'react';

import { Details } from '../../components/details.js';
import { TextField } from '../../components/text-field.js';

interface BriefingInputsProps {
  readonly parameters: URLSearchParams;
  readonly onApply: (parameters: URLSearchParams) => void;
}

/** What a briefing can be given beside its area; nothing of it is stored, all of it stands in the address. */
export function BriefingInputs({ parameters, onApply }: BriefingInputsProps) {
  const [values, setValues] = useState<ReadonlyMap<string, string>>(() => new Map(parameters));
  const field = (box: string, label: string, hint = '') => (
    <TextField
      key={box}
      label={label}
      hint={hint}
      value={values.get(box) ?? ''}
      maxLength={40}
      onChange={(text) => setValues(new Map(values).set(box, text))}
    />
  );
  return (
    <Details summary="What this briefing is made from">
      <form
        aria-label="What the briefing is made from"
        onSubmit={(event) => {
          event.preventDefault();
          onApply(new URLSearchParams([...values].filter(([, text]) => text.trim() !== '')));
        }}
      >
        <p>
          Nothing is stored: what you type is in the address of this page. A box left empty is “not known” or
          the published value, never 0.
        </p>
        {field('from', 'Postcode or hospital to measure from', 'For example OL1 or RW603')}
        {NEED_SHEET.inputs.filter(({ kind }) => kind === 'single').map(({ key, label }) => field(key, label))}
        <fieldset className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend">
            Counts for the standards: people counted and people in all, such as 66/90
          </legend>
          {STANDARDS.map(({ code, title }) => field(standardBox(code), title))}
        </fieldset>
        <p>Fewer than five people are held back in a briefing, because it leaves the house.</p>
        <button type="submit" className="nhsuk-button nhsuk-button--small">
          Make the briefing
        </button>
      </form>
    </Details>
  );
}
