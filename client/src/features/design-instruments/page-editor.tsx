import type { Instrument, InstrumentPage } from '@liaison-atlas/shared/instrument/instrument';
import type { InstrumentProblem } from '@liaison-atlas/shared/instrument/instrument-problem';

import { LocalTextField, TextField, TickBox } from './fields.js';

/** A page: what stands above its questions, its id in addresses, and whether respondents may pass it by. */
export function PageEditor(props: {
  readonly content: Instrument;
  readonly page: InstrumentPage;
  readonly problems: readonly InstrumentProblem[];
  readonly onChange: (page: InstrumentPage, what: string) => void;
}) {
  const { content, page, problems, onChange } = props;
  const ofTitle = problems.filter(({ code }) => code === 'EMPTY_TITLE' || code === 'MISSING_TRANSLATION');
  return (
    <>
      <LocalTextField
        label="Title of the page"
        value={page.title}
        secondLanguage={content.secondLanguage}
        problems={ofTitle}
        onChange={(title) => onChange({ ...page, title }, 'title')}
      />
      <TextField
        label="Page id"
        hint="Stands in the address of the page, such as staffing."
        value={page.id}
        problems={problems.filter((problem) => !ofTitle.includes(problem))}
        onChange={(id) => onChange({ ...page, id }, 'id')}
      />
      <div className="nhsuk-form-group nhsuk-checkboxes">
        <TickBox
          label="The page is optional"
          checked={page.optional}
          onChange={(optional) => onChange({ ...page, optional }, 'option')}
        />
      </div>
    </>
  );
}
