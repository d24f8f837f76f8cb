import { InstrumentsPage } from '../features/design-instruments/instruments-page.js';

/** `/manage/instruments`: the questionnaires, for those who design them. */
export function InstrumentsRoute() {
  return <InstrumentsPage />;
}
