import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type ReactNode, useEffect, useId, useRef } from 'react';

import { DataTable } from './data-table.js';
import { SummaryList } from './summary-list.js';

interface ListReportProps {
  readonly title: string;
  /** The counts of the report, in the order in which they are read. */
  readonly rows: readonly { readonly name: string; readonly value: string | number }[];
  readonly notices: readonly string[];
  /** Those that are shown, of `problemCount` in all. */
  readonly problems: readonly (Problem & { readonly line: number })[];
  readonly problemCount: number;
  readonly stored: boolean;
  readonly storing: boolean;
  /** What the button that stores says; '' = there is nothing new to store. */
  readonly store: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** What would change; shown when nothing is wrong. */
  readonly children?: ReactNode;
}

/** What an imported list would do, line by line; to be confirmed, or mended in the file first. Takes the focus. */
export function ListReport(props: ListReportProps) {
  const { title, problems, problemCount, stored, storing, store } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <SummaryList rows={props.rows} />
      {props.notices.map((notice) => (
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
      {problemCount === 0 && props.children}
      {problemCount === 0 && !stored && (
        <div className="la-actions">
          {store !== '' && (
            <button type="button" className="nhsuk-button" aria-disabled={storing} onClick={props.onConfirm}>
              {storing ? 'Storing…' : store}
            </button>
          )}
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={props.onCancel}>
            Do not store
          </button>
        </div>
      )}
    </section>
  );
}
