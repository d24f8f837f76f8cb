import { FRAME_CHANGE_KINDS, frameChangeWords } from '@liaison-atlas/shared/frame/compare-frames';
import type { FrameImportReport } from '@liaison-atlas/shared/frame/frame-import-report';
import { useEffect, useRef } from 'react';

import { DataTable } from '../../components/data-table.js';
import { SummaryList } from '../../components/summary-list.js';
import { countOf } from '../../lib/format.js';
import { ChangeTable } from './change-table.js';

interface ImportReportProps {
  readonly report: FrameImportReport;
  readonly storing: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What a list would do, line by line; to be confirmed, or mended in the file first. */
export function ImportReport({ report, storing, onConfirm, onCancel }: ImportReportProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [report]);
  const { problemCount, problems, changes, stored } = report;
  return (
    <section aria-labelledby="report-heading">
      <h3 id="report-heading" tabIndex={-1} ref={heading}>
        {titleOf(report)}
      </h3>
      <SummaryList
        rows={[
          { name: 'File', value: report.fileName },
          { name: 'Hospitals in it', value: report.rows },
          ...(report.leftOut === 0
            ? []
            : [{ name: 'Left out', value: `${report.leftOut} lines about sites that are not known here` }]),
          { name: 'Problems', value: problemCount },
          ...FRAME_CHANGE_KINDS.filter((kind) => report.counts[kind] > 0).map((kind) => ({
            name: frameChangeWords(kind),
            value: report.counts[kind],
          })),
          { name: 'Unchanged', value: report.unchanged },
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
            keyOf={({ line, field, code }) => `${line} ${field} ${code}`}
          />
        </>
      )}
      {problemCount === 0 && changes.length > 0 && (
        <ChangeTable caption={stored ? 'What was changed' : 'What would change'} changes={changes} />
      )}
      {problemCount === 0 && !stored && (
        <div className="la-actions">
          {changes.length > 0 && (
            <button type="button" className="nhsuk-button" aria-disabled={storing} onClick={onConfirm}>
              {storing ? 'Storing…' : `Store ${countOf(changes.length, 'change')}`}
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

function titleOf({ stored, problemCount, changes }: FrameImportReport): string {
  if (problemCount > 0) return `The list cannot be stored: ${countOf(problemCount, 'problem')}`;
  if (stored) return `The list is stored: ${countOf(changes.length, 'hospital')} changed`;
  if (changes.length === 0) return 'The list says nothing new';
  return `The list would change ${countOf(changes.length, 'hospital')}. Nothing is stored yet`;
}
