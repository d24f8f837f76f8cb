import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';

import { FileField } from '../../components/file-field.js';
import { ProblemNotice } from '../../components/notice.js';
import { SummaryList } from '../../components/summary-list.js';
import { countOf } from '../../lib/format.js';
import { FoundTable } from './found-table.js';
import { type QuestionnaireReport, sendQuestionnaire } from './send-questionnaire.js';

const NO_FILE: Problem = {
  code: 'REQUIRED',
  field: 'file',
  message: 'No file is chosen.',
  mend: 'Choose an XLSForm (.xlsx) or a FHIR Questionnaire (.json).',
};

/** Brings a questionnaire in from a file: rehearsed first, with a report line by line, then made a draft. */
export function BringIn() {
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<QuestionnaireReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<'' | 'Checking the file…' | 'Making the draft…'>('');
  const chooser = useRef<HTMLInputElement>(null);

  const send = async (chosen: File, dryRun: boolean) => {
    if (busy !== '') return;
    setBusy(dryRun ? 'Checking the file…' : 'Making the draft…');
    const answer = await sendQuestionnaire(chosen, dryRun);
    setBusy('');
    setProblem('problem' in answer ? answer.problem : null);
    setReport('report' in answer ? answer.report : null);
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    setReport(null);
    if (file !== null) return void send(file, true);
    setProblem(NO_FILE);
    chooser.current?.focus();
  };
  const wrong = problem?.field === 'file' ? `${problem.message} ${problem.mend}` : '';
  return (
    <section aria-labelledby="bring-in">
      <h2 id="bring-in">Bring in a file</h2>
      <p>
        A file is checked first, line by line, and nothing is stored. What can be taken becomes a draft of its
        own, to be looked through and published like any other.
      </p>
      {problem !== null && wrong === '' && <ProblemNotice problem={problem} />}
      <form onSubmit={check} noValidate>
        <FileField
          label="XLSForm (.xlsx) or FHIR R4 Questionnaire (.json), at most 1 MB"
          accept=".xlsx,.json,application/fhir+json"
          problem={wrong}
          inputRef={chooser}
          onChange={(chosen) => {
            setFile(chosen);
            setReport(null);
            setProblem(null);
          }}
        />
        <button className="nhsuk-button" type="submit" aria-disabled={busy !== ''}>
          Check the file
        </button>
      </form>
      <p className="la-busy" role="status">
        {busy}
      </p>
      {report !== null && (
        <Report
          report={report}
          onMake={() => file !== null && void send(file, false)}
          onCancel={() => setReport(null)}
        />
      )}
    </section>
  );
}

interface ReportProps {
  readonly report: QuestionnaireReport;
  readonly onMake: () => void;
  readonly onCancel: () => void;
}

function Report({ report, onMake, onCancel }: ReportProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [report]);
  const { problems, notices, stored, draftId } = report;
  return (
    <section aria-labelledby="questionnaire-report">
      <h3 id="questionnaire-report" tabIndex={-1} ref={heading}>
        {titleOf(report)}
      </h3>
      {report.questions > 0 && (
        <SummaryList
          rows={[
            { name: 'Title', value: report.title },
            { name: 'Series', value: report.key },
            { name: 'Pages', value: report.pages },
            { name: 'Questions', value: report.questions },
          ]}
        />
      )}
      {problems.length > 0 && <FoundTable caption="What stops it" found={problems} />}
      {notices.length > 0 && <FoundTable caption="What changes on the way" found={notices} />}
      {stored ? (
        <p>
          <Link to={`/manage/instruments/${encodeURIComponent(draftId)}`}>Open the draft</Link>
        </p>
      ) : (
        <div className="la-actions">
          {report.accepted && (
            <button type="button" className="nhsuk-button" onClick={onMake}>
              Make a draft of it
            </button>
          )}
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onCancel}>
            {report.accepted ? 'Do not make it' : 'Close the report'}
          </button>
        </div>
      )}
    </section>
  );
}

function titleOf({ stored, accepted, problems }: QuestionnaireReport): string {
  if (stored) return 'The draft is made';
  if (accepted) return 'The file can be taken. Nothing is stored yet';
  return `The file cannot be taken: ${countOf(problems.length, 'problem')}`;
}
