import type { FrameImportReport } from '@liaison-atlas/shared/frame/frame-import-report';
import { LIST_COLUMNS, NEEDED_COLUMNS } from '@liaison-atlas/shared/frame/frame-row';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useRef, useState } from 'react';

import { Details } from '../../components/details.js';
import { InsetText } from '../../components/notice.js';
import { ProblemList, problemOf } from '../../components/problem-list.js';
import { TextField } from '../../components/text-field.js';
import { ImportReport } from './import-report.js';
import type { ShownFrame } from './manage-frames.graphql.js';
import { sendList } from './send-list.js';

interface ImportTabProps {
  readonly frame: ShownFrame;
  readonly onStored: () => void;
}

const missing = (field: string, message: string, mend: string): Problem => ({
  code: 'MISSING_VALUE',
  field,
  message,
  mend,
});

/** A list from a file: checked first, with a report line by line, and stored when the report is confirmed. */
export function ImportTab({ frame, onStored }: ImportTabProps) {
  const [source, setSource] = useState('');
  const [whole, setWhole] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<FrameImportReport | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState<'' | 'checking' | 'storing'>('');
  const chooser = useRef<HTMLInputElement>(null);

  if (frame.status === 'frozen')
    return (
      <InsetText>
        <p>This frame is frozen. To import a list, begin a copy of it.</p>
      </InsetText>
    );

  const send = async (plan: string) => {
    if (busy !== '' || file === null) return;
    setBusy(plan === '' ? 'checking' : 'storing');
    const answer = await sendList({ frameId: frame.id, file, source, whole, plan });
    setBusy('');
    if ('problems' in answer) {
      setProblems(answer.problems);
      return;
    }
    setProblems([]);
    setReport(answer.report);
    if (answer.report.stored) onStored();
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    setReport(null);
    const absent = [
      ...(file === null ? [missing('file', 'No file is chosen.', 'Choose a CSV file.')] : []),
      ...(source.trim() === ''
        ? [
            missing(
              'source',
              'Where the list comes from is missing.',
              'Say who publishes it and of when it is.',
            ),
          ]
        : []),
    ];
    setProblems(absent);
    if (absent.length === 0) void send('');
    else if (file === null) chooser.current?.focus();
  };
  const startAnew = (change: () => void) => {
    setReport(null);
    change();
  };
  const wrongFile = problemOf(problems, 'file');
  return (
    <>
      <h2>Import a list of hospitals</h2>
      <div className="la-measure la-no-print">
        <ListHelp />
        <ProblemList
          heading="Nothing was stored"
          problems={problems.filter(({ field }) => field !== 'file' && field !== 'source')}
        />
        <form onSubmit={check} noValidate>
          <div className={`nhsuk-form-group${wrongFile === '' ? '' : ' nhsuk-form-group--error'}`}>
            <label className="nhsuk-label" htmlFor="list-file">
              File (CSV in UTF-8, or the register ets.csv)
            </label>
            {wrongFile !== '' && (
              <span className="nhsuk-error-message" id="list-file-error" role="alert">
                <span className="nhsuk-u-visually-hidden">Error: </span>
                {wrongFile}
              </span>
            )}
            <input
              className="la-file"
              id="list-file"
              type="file"
              ref={chooser}
              accept=".csv,text/csv,text/plain"
              aria-describedby={wrongFile === '' ? undefined : 'list-file-error'}
              aria-invalid={wrongFile !== ''}
              onChange={(event) => startAnew(() => setFile(event.target.files?.[0] ?? null))}
            />
          </div>
          <TextField
            label="Where the list comes from"
            hint="Who publishes it and of when it is."
            value={source}
            maxLength={120}
            problem={problemOf(problems, 'source')}
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
                  onChoose={() => startAnew(() => setWhole(false))}
                />
                <WholeChoice
                  id="whole"
                  label="The whole list: you will decide on each hospital that it lacks"
                  checked={whole}
                  onChoose={() => startAnew(() => setWhole(true))}
                />
              </div>
            </fieldset>
          </div>
          <button type="submit" className="nhsuk-button" aria-disabled={busy !== ''}>
            Check the list
          </button>
        </form>
      </div>
      <p role="status" className="la-busy">
        {busy === '' ? '' : busy === 'checking' ? 'Checking the list…' : 'Storing the list…'}
      </p>
      {report !== null && (
        <ImportReport
          report={report}
          storing={busy === 'storing'}
          onConfirm={() => void send(report.plan)}
          onCancel={() => setReport(null)}
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
