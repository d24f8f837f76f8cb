import { Page } from '../components/page.js';
import { EarlyImplementers } from '../features/early-implementers/early-implementers.js';
import { ProgrammeTimeline } from '../features/programme-timeline/programme-timeline.js';

/** `/early-implementers`: list, areas and the steps of the programme. */
export function EarlyImplementersRoute() {
  return (
    <Page heading="IAPT-LTC early implementers" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <p>
        In 2016 and 2017 NHS England chose areas that joined psychological therapies (IAPT) with physical
        health care for people with long-term conditions (LTCs) before everybody else did.
      </p>
      <EarlyImplementers />
      <ProgrammeTimeline />
    </Page>
  );
}
