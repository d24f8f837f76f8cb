import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { RoundPlanList } from '../features/plan-rounds/plan-list.js';

/** `/manage/rounds`: every round with its state and dates, for those who plan them. */
export function RoundPlansRoute() {
  return (
    <Page heading="Rounds" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <Permitted any={['PlanRound']}>{() => <RoundPlanList />}</Permitted>
    </Page>
  );
}
