import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';

import { Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Permitted } from '../../components/permitted.js';
import { toProblem } from '../../lib/to-problem.js';
import { ReportEditor } from './report-editor.js';
import { reportQuery } from './write-report.graphql.js';

/** Writing and looking at the report of a round. Others are told what they would need. */
export function ReportPage({ roundId }: { readonly roundId: string }) {
  const crumbs = [
    { label: 'Home', path: '/' },
    { label: 'Live round', path: `/manage/rounds/${encodeURIComponent(roundId)}` },
  ];
  const frame = (heading: string, content: ReactNode) => (
    <Page heading={heading} crumbs={crumbs} wide>
      {content}
    </Page>
  );
  return (
    <Permitted any={['ReadAnalysis']} frame={(content) => frame('Report', content)}>
      {({ permissions }) => (
        <OpenReport roundId={roundId} mayChange={permissions.includes('ReleaseRound')} frame={frame} />
      )}
    </Permitted>
  );
}

interface OpenReportProps {
  readonly roundId: string;
  /** False = may look at the report before it is out, and not write it. */
  readonly mayChange: boolean;
  readonly frame: (heading: string, content: ReactNode) => ReactNode;
}

function OpenReport({ roundId, mayChange, frame }: OpenReportProps) {
  const [{ data, error }, again] = useQuery({
    query: reportQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [stored, setStored] = useState(0);
  const [shown, setShown] = useState(false);
  if (error && !data)
    return frame(
      'Report',
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />,
    );
  if (!data) return frame('Report', <Loading what="the report" />);
  const { report, round } = data;
  const synthetic = report.roundKind === 'synthetic' && !report.roundTitle.includes('SYNTHETIC');
  const files = `/manage/v1/rounds/${encodeURIComponent(roundId)}/report/preview`;
  const open = `/open/v1/rounds/${encodeURIComponent(roundId)}/report`;
  return frame(
    `Report: ${synthetic ? 'SYNTHETIC: ' : ''}${report.roundTitle}`,
    <>
      <SyntheticNotice kind={report.roundKind} />
      <p>
        Every number of the report is a reference to a figure, filled in when it is made.{' '}
        {report.released
          ? 'Its figures are those of the release.'
          : 'Until a release they are those of the state now, and change with it.'}
      </p>
      <ul className="nhsuk-list la-inline-list">
        <li>
          <a href={`${files}.html`}>Preview as a page</a>
        </li>
        <li>
          <a href={`${files}.docx`}>Preview for Word (.docx)</a>
        </li>
        <li>
          <a href={`${files}.pdf`}>Preview as PDF</a>
        </li>
        {round?.latestRelease && (
          <li>
            <a href={`${open}.html`}>Report of release {round.latestRelease.number}</a>
          </li>
        )}
      </ul>
      <p>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide the preview' : 'Show the preview here'}
        </button>
      </p>
      {shown && (
        <iframe
          key={stored}
          className="la-report-preview"
          title="Preview of the report as stored"
          src={`${files}.html`}
        />
      )}
      <ReportEditor report={report} mayChange={mayChange} onStored={() => setStored(stored + 1)} />
    </>,
  );
}
