import { Page } from '../components/page.js';
import { EarlyImplementers } from '../features/early-implementers/early-implementers.js';

/** `/early-implementers`: list and areas. */
export function EarlyImplementersRoute() {
  return (
    <Page heading="IAPT-LTC early implementers" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <p>
        In 2016 and 2017 NHS England chose areas that joined psychological therapies (IAPT) with physical
        health care for people with long-term conditions (LTCs) before everybody else did.
      </p>
      <EarlyImplementers />
    </Page>
  );
}
