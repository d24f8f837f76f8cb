import { Page } from '../components/page.js';
import { ConfirmAddress } from '../features/account/confirm-address.js';

/** `/confirm-address`: where the mail to a new address leads. */
export function ConfirmAddressRoute() {
  return (
    <Page heading="Confirm your new address" crumbs={[{ label: 'Home', path: '/' }]}>
      <ConfirmAddress />
    </Page>
  );
}
