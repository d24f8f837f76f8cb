import { type ReportBlock } from '@liaison-atlas/shared/publication/report/report-content';
import { useState } from 'react';

import { InsetText } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { formatMoment } from '../../lib/format.js';
import { chooseQuotation } from './edit-report.js';
import type { ShownReport } from './write-report.graphql.js';

interface QuotationPickerProps {
  readonly block: ReportBlock;
  readonly quotations: ShownReport['quotations'];
  readonly onChange: (change: Partial<ReportBlock>) => void;
}

/**
 * The quotations that somebody cleared, to be chosen one by one: none stands in a report by itself. In the profiles only
 * those that may stand under the name of their hospital.
 */
export function QuotationPicker({ block, quotations, onChange }: QuotationPickerProps) {
  const [theme, setTheme] = useState('');
  const chosen = block.quotations ?? [];
  const inProfiles = block.kind === 'part';
  const usable = inProfiles ? quotations.filter(({ odsCode }) => odsCode !== '') : quotations;
  const themes = [...new Set(usable.flatMap((each) => each.themes))].toSorted((a, b) => a.localeCompare(b));
  const shown = usable.filter(
    (each) => theme === '' || each.themes.includes(theme) || chosen.includes(each.id),
  );
  const held = chosen.filter((id) => !usable.some((each) => each.id === id));
  const press = (id: string, isChosen: boolean) =>
    onChange({ quotations: chooseQuotation(chosen, id, isChosen) });
  return (
    <fieldset className="nhsuk-fieldset la-report-picker">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        Quotations, {chosen.length} chosen
      </legend>
      <p>
        {inProfiles
          ? 'A quotation that is chosen here stands under the name of its hospital. Listed are those of hospitals that the release names.'
          : 'A quotation that is chosen here stands without a name, also where a name would be allowed.'}{' '}
        The words are read from the form whenever the report is: one that is withdrawn later disappears from
        the published report.
      </p>
      {usable.length === 0 && (
        <InsetText>
          <p>
            There is no quotation that may stand here. Quotations are chosen, masked and cleared where
            comments are coded.
          </p>
        </InsetText>
      )}
      {themes.length > 0 && (
        <SelectField
          label="Theme"
          value={theme}
          choices={[{ value: '', label: 'All themes' }, ...themes.map((value) => ({ value, label: value }))]}
          onChange={setTheme}
        />
      )}
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        {shown.map((each) => (
          <Choice
            key={each.id}
            id={`${block.id}-${each.id}`}
            label={each.words}
            hint={factsOf(each)}
            checked={chosen.includes(each.id)}
            onChange={(isChosen) => press(each.id, isChosen)}
          />
        ))}
        {held.map((id) => (
          <Choice
            key={id}
            id={`${block.id}-${id}`}
            label="A quotation that may not stand here any more"
            hint="The report leaves it out."
            checked
            onChange={(isChosen) => press(id, isChosen)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function factsOf({ hospital, themes, clearedAt, clearedBy }: ShownReport['quotations'][number]): string {
  const name = hospital === '' ? 'May stand only without a name' : hospital;
  const about = themes.length === 0 ? 'no settled theme' : themes.join(', ');
  return `${name}; ${about}. Cleared by ${clearedBy} on ${formatMoment(clearedAt)}.`;
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function Choice({ id, label, hint, checked, onChange }: ChoiceProps) {
  return (
    <div className="nhsuk-checkboxes__item">
      <input
        className="nhsuk-checkboxes__input"
        type="checkbox"
        id={id}
        aria-describedby={`${id}-hint`}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
        {label}
      </label>
      <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-hint`}>
        {hint}
      </div>
    </div>
  );
}
