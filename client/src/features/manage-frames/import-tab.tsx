import type { FrameImportReport } from '@liaison-atlas/shared/frame/frame-import-report';
import { LIST_COLUMNS, NEEDED_COLUMNS } from '@liaison-atlas/shared/frame/frame-row';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';

import { Details } from '../../components/details.js';
import { FileField } from '../../components/file-field.js';
import { InsetText } from '../../components/notice.js';
import { ProblemList, problemOf } from '../../components/problem-list.js';
import { TextField } from '../../components/text-field.js';
import { sendList } from '../../lib/send-list.js';
import { useListImport } from '../../lib/use-list-import.js';
import { ImportReport } from './import-report.js';
import type { ShownFrame } from './manage-frames.graphql.js';

interface ImportTabProps {
  readonly frame: ShownFrame;
  readonly onStored: () => void;
}

const NO_SOURCE: Problem = {
  code: 'MISSING_VALUE',
  field: 'source',
  message: 'Where the list comes from is missing.',
  mend: 'Say who publishes it and of when it is.',
};

/** A list from a file: checked first, with a report line by line, and stored when the report is confirmed. */
export function ImportTab({ frame, onStored }: ImportTabProps) {
  const [source, setSource] = useState('');
  const [whole, setWhole] = useState(false);
  const list = useListImport<FrameImportReport>({
    send: (file, plan) =>
      sendList(`/manage/v1/frames/${encodeURIComponent(frame.id)}/import`, file, {
        source,
        whole: whole ? 'yes' : 'no',
        plan,
      }),
    missing: source.trim() === '' ? [NO_SOURCE] : [],
    onStored,
  });

  if (frame.status === 'frozen')
    return (
      <InsetText>
        <p>This frame is frozen. To import a list, begin a copy of it.</p>
      </InsetText>
    );

  const say = (isWhole: boolean) => {
    list.drop();
    setWhole(isWhole);
  };
  return (
    <>
      <h2>Import a list of hospitals</h2>
      <div className="la-measure la-no-print">
        <ListHelp />
        <ProblemList
          heading="Nothing was stored"
          problems={list.problems.filter(({ field }) => field !== 'file' && field !== 'source')}
        />
        <form onSubmit={list.check} noValidate>
          <FileField
            label="File (CSV in UTF-8, or the register ets.csv)"
            accept=".csv,text/csv,text/plain"
            problem={problemOf(list.problems, 'file')}
            inputRef={list.chooser}
            onChange={list.choose}
          />
          <TextField
            label="Where the list comes from"
            hint="Who publishes it and of when it is."
            value={source}
            maxLength={120}
            problem={problemOf(list.problems, 'source')}
            onChange={setSource}
          />
          <div className="nhsuk-form-group">
            <fieldset className="nhsuk-fieldset">
              <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">What is the list?</legend>
              <div className="nhsuk-radios">
                <WholeChoice
                  id="part"
                  label="Some hospitals: additions and corrections"
                  checked={!whole}
                  onChoose={() => say(false)}
                />
                <WholeChoice
                  id="whole"
                  label="The whole list: you will decide on each hospital that it lacks"
                  checked={whole}
                  onChoose={() => say(true)}
                />
              </div>
            </fieldset>
          </div>
          <button type="submit" className="nhsuk-button" aria-disabled={list.busy}>
            Check the list
          </button>
        </form>
      </div>
      <p role="status" className="la-busy">
        {list.busyWords}
      </p>
      {list.report !== null && (
        <ImportReport
          report={list.report}
          storing={list.storing}
          onConfirm={list.confirm}
          onCancel={list.drop}
        />
      )}
    </>
  );
}

interface WholeChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function WholeChoice({ id, label, checked, onChoose }: WholeChoiceProps) {
  return (
    <div className="nhsuk-radios__item">
      <input
        className="nhsuk-radios__input"
        type="radio"
        name="whole"
        id={`list-${id}`}
        checked={checked}
        onChange={onChoose}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={`list-${id}`}>
        {label}
      </label>
    </div>
  );
}

function ListHelp() {
  return (
    <Details summary="How a list looks">
      <p>
        The first line holds the headings, each further line one hospital. Needed are{' '}
        {NEEDED_COLUMNS.join(', ')}. The others may be left out: {LIST_COLUMNS.slice(3).join(', ')}. An empty
        value means that the list does not say, and changes nothing.
      </p>
      <p>
        A hospital is found by any code that it has or had. Where its code is new, former_code names an
        earlier one, or says new. A new hospital needs postcode, region_code, icb_code and its trust.
      </p>
      <p>
        The register of NHS trust sites (ets.csv) can be imported as it is: it renews trusts and postcodes of
        known hospitals and adds none, because no register says which sites have an emergency department.
      </p>
    </Details>
  );
}
