import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { restoreReportMutation, type ShownReport } from './write-report.graphql.js';

interface ReportHistoryProps {
  readonly report: ShownReport;
  readonly mayChange: boolean;
  readonly onStored: (report: ShownReport) => void;
}

interface Version {
  readonly version: number;
  readonly at: string;
  readonly note: string;
}

/** Every saving; each earlier one, and the standard report, can be brought back as the next. */
export function ReportHistory({ report, mayChange, onStored }: ReportHistoryProps) {
  const [{ error, fetching }, restore] = useMutation(restoreReportMutation);
  const [asked, setAsked] = useState(-1);
  const run = async () => {
    const input = { roundId: report.roundId, expectedVersion: report.version, version: asked };
    const { data } = await restore({ input });
    setAsked(-1);
    const result = data?.restoreReport;
    if (result?.__typename === 'Report') onStored(result);
    else if (result?.__typename === 'ReportConflict') onStored(result.stored);
  };
  const rows: readonly Version[] = [
    ...report.versions,
    { version: 0, at: '', note: 'The standard report, as the system writes it' },
  ];
  return (
    <section aria-labelledby="report-history">
      <h2 id="report-history">Versions</h2>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <DataTable
        caption="Versions, the newest first"
        columns={[
          { id: 'version', heading: 'Version', names: true, cell: ({ version }: Version) => version },
          { id: 'note', heading: 'Why', cell: ({ note }: Version) => note || 'nothing was said' },
          { id: 'at', heading: 'When', cell: ({ at }: Version) => (at === '' ? 'always' : formatMoment(at)) },
          {
            id: 'do',
            heading: 'State',
            cell: ({ version }: Version) =>
              version === report.version ? (
                'holds now'
              ) : mayChange ? (
                <button type="button" className="la-link-button" onClick={() => setAsked(version)}>
                  Bring back<span className="nhsuk-u-visually-hidden"> version {version}</span>
                </button>
              ) : (
                ''
              ),
          },
        ]}
        rows={rows}
        keyOf={({ version }) => String(version)}
      />
      {asked >= 0 && (
        <ConfirmDialog
          heading={`Bring version ${asked} back?`}
          confirm={`Yes, as version ${report.version + 1}`}
          busy={fetching}
          onConfirm={() => void run()}
          onClose={() => setAsked(-1)}
        >
          <p>It becomes the next version. What is there now stays in this list and can be brought back too.</p>
          <p>What you have changed and not stored is lost.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
