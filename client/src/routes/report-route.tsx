import { useParams } from 'react-router';

import { ReportPage } from '../features/write-report/report-page.js';

/** `/manage/rounds/:roundId/report`: the report of a round. */
export function ReportRoute() {
  const { roundId = '' } = useParams();
  return <ReportPage key={roundId} roundId={roundId} />;
}
