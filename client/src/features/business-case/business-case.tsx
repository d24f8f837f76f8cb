import { LONGEST_BOX } from '@liaison-atlas/shared/commissioning/business-case';
import {
  BENEFIT_COLUMNS,
  benefitBox,
  BENEFITS,
  LOGIC_COLUMNS,
  STRATEGIES,
} from '@liaison-atlas/shared/commissioning/logic-model';
import { Link } from 'react-router';

import { Details } from '../../components/details.js';
import { KeepInScheme } from '../../components/keep-in-scheme.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { SheetActions } from '../../components/sheet-actions.js';
import { ReportTreeView } from '../../components/report-tree-view.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { useReportTree } from '../../lib/use-report-tree.js';
import { useTypedAddress } from '../../lib/use-typed-address.js';
import { useSettled } from '../../lib/use-settled.js';

/** The logic model and the benefits plan: what was estimated is filled in, the rest is written here. */
export function BusinessCase() {
  const { typed, type, entries, reset } = useTypedAddress();
  const query = useSettled(
    new URLSearchParams(
      entries.flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value]])),
    ).toString(),
  );
  const behind = query === '' ? '' : `?${query}`;
  const { tree, problem } = useReportTree(`/open/v1/business-case.json${behind}`);
  const text = (box: string): string => typed(box) ?? '';
  const write = (box: string) => (value: string) => type(box, value === '' ? null : value);
  return (
    <>
      <div className="la-no-print">
        <InsetText>
          <p>
            Nothing is stored: what you write is in the address of this page. Estimates come with the links
            under <Link to="/estimate/need">need</Link>, <Link to="/estimate/workforce">workforce</Link>,{' '}
            <Link to="/estimate/training">training</Link> and <Link to="/estimate/benefits">benefits</Link>,
            or from a scheme.
          </p>
        </InsetText>
        <SheetActions onReset={reset}>
          <KeepInScheme fields={() => Object.fromEntries(entries)} />
        </SheetActions>
        <ul aria-label="The same as a file">
          <li>
            <a href={`/open/v1/business-case.docx${behind}`}>Business case as a Word document</a>
          </li>
          <li>
            <a href={`/open/v1/business-case.html${behind}`}>Business case as a page without menus</a>
          </li>
        </ul>
        <fieldset className="nhsuk-fieldset nhsuk-form-group">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
            Strategies that it serves
          </legend>
          <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
            {STRATEGIES.map(({ key, text: label }) => (
              <div className="nhsuk-checkboxes__item" key={key}>
                <input
                  className="nhsuk-checkboxes__input"
                  id={key}
                  type="checkbox"
                  checked={text(key) === 'y'}
                  onChange={(event) => type(key, event.target.checked ? 'y' : null)}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={key}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        {LOGIC_COLUMNS.map(({ key, label, hint }) => (
          <TextArea
            key={key}
            label={label}
            hint={`${hint}; a line each`}
            value={text(key)}
            maxLength={LONGEST_BOX}
            onChange={write(key)}
          />
        ))}
        {BENEFITS.map(({ key, text: benefit }) => (
          <Details key={key} summary={`Benefit: ${benefit}`}>
            {BENEFIT_COLUMNS.map((column) => (
              <TextField
                key={column.key}
                label={column.label}
                value={text(benefitBox(key, column.key))}
                maxLength={200}
                onChange={write(benefitBox(key, column.key))}
              />
            ))}
          </Details>
        ))}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {!tree && !problem && <Loading what="the business case" />}
      {tree && (
        <div className="la-preview">
          <p className="la-no-print">
            <strong>The document as it stands:</strong>
          </p>
          <ReportTreeView tree={tree} />
        </div>
      )}
    </>
  );
}
