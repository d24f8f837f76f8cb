import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { RoundPlanBody } from '../features/plan-rounds/plan-page.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Rounds', path: '/manage/rounds' },
];

/** `/manage/rounds/:roundId/plan`: the plan of one round, and the steps that lead on from it. */
export function RoundPlanRoute() {
  const { roundId = '' } = useParams();
  return (
    <Page heading={`Plan of round ${roundId}`} crumbs={CRUMBS} wide>
      <Permitted any={['PlanRound']}>{() => <RoundPlanBody key={roundId} roundId={roundId} />}</Permitted>
    </Page>
  );
}
