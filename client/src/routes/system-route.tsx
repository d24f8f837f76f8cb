import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { SystemState } from '../features/system-state/system-state.js';

/** `/manage/system`: how the product itself is, for administrators. */
export function SystemRoute() {
  return (
    <Page heading="System" crumbs={[{ label: 'Home', path: '/' }]}>
      <Permitted any={['ReadSystem']}>{() => <SystemState />}</Permitted>
    </Page>
  );
}
