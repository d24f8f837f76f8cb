import type { ContactImportReport } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import { useEffect, useRef } from 'react';

import { DataTable } from '../../components/data-table.js';
import { SummaryList } from '../../components/summary-list.js';
import { countOf } from '../../lib/format.js';

interface ContactReportProps {
  readonly report: ContactImportReport;
  readonly storing: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What a list would do; to be confirmed, or mended in the file first, line by line. */
export function ContactReport({ report, storing, onConfirm, onCancel }: ContactReportProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [report]);
  const { problemCount, problems, stored, added, changed, unchanged, optedOut } = report;
  const news = added + changed;
  return (
    <section aria-labelledby="contact-report">
      <h3 id="contact-report" tabIndex={-1} ref={heading}>
        {titleOf(report)}
      </h3>
      <SummaryList
        rows={[
          { name: 'File', value: report.fileName },
          { name: 'Lines that can be used', value: report.rows },
          { name: 'People', value: report.people },
          { name: 'New', value: added },
          { name: 'Known, with something new', value: changed },
          { name: 'Known, nothing new', value: unchanged },
          { name: 'Want no more mail', value: optedOut },
          { name: 'Problems', value: problemCount },
        ]}
      />
      {report.notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {problemCount > 0 && (
        <>
          <p>
            Nothing of the list is stored while there is a problem. Mend the file and check it again.
            {problems.length < problemCount ? ` The first ${problems.length} are shown.` : ''}
          </p>
          <DataTable
            caption="Problems, by line"
            columns={[
              { id: 'line', heading: 'Line', names: true, cell: ({ line }) => `Line ${line}` },
              { id: 'field', heading: 'Column', cell: ({ field }) => field || 'whole line' },
              { id: 'message', heading: 'What is wrong', cell: ({ message }) => message },
              { id: 'mend', heading: 'What to do', cell: ({ mend }) => mend },
            ]}
            rows={problems}
            keyOf={({ line, field, code, message }) => `${line} ${field} ${code} ${message}`}
          />
        </>
      )}
      {problemCount === 0 && !stored && (
        <div className="la-actions">
          {news > 0 && (
            <button type="button" className="nhsuk-button" aria-disabled={storing} onClick={onConfirm}>
              {storing ? 'Storing…' : `Store ${countOf(news, 'person', 'people')}`}
            </button>
          )}
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onCancel}>
            Do not store
          </button>
        </div>
      )}
    </section>
  );
}

function titleOf({ stored, problemCount, added, changed }: ContactImportReport): string {
  if (problemCount > 0) return `The list cannot be stored: ${countOf(problemCount, 'problem')}`;
  const news = countOf(added + changed, 'person', 'people');
  if (stored) return `The list is stored: ${news} new or changed`;
  return added + changed === 0
    ? 'The list says nothing new'
    : `The list would add or change ${news}. Nothing is stored yet`;
}
