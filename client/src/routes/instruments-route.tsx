import { InstrumentsPage } from '../features/design-instruments/instruments-page.js';
import { BringIn } from '../features/exchange-questionnaires/bring-in.js';
import { TakeOut } from '../features/exchange-questionnaires/take-out.js';

/** `/manage/instruments`: the questionnaires, for those who design them. */
export function InstrumentsRoute() {
  return (
    <InstrumentsPage
      ofVersion={(key, version) => <TakeOut series={key} version={version} />}
      below={<BringIn />}
    />
  );
}
