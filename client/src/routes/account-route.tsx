import { Page } from '../components/page.js';
import { OwnAccount } from '../features/account/own-account.js';

/** `/account`: roles and sessions of whoever is signed in. */
export function AccountRoute() {
  return (
    <Page heading="Your account" crumbs={[{ label: 'Home', path: '/' }]}>
      <OwnAccount />
    </Page>
  );
}
