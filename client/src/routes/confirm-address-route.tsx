import { Page } from '../components/page.js';
import { ConfirmAddress } from '../features/account/confirm-address.js';

/** `/confirm-address`: where the mail to a new address leads. */
export function ConfirmAddressRoute() {
  return (
    <ConfirmAddress
      frame={(heading, content) => (
        <Page heading={heading} crumbs={[{ label: 'Home', path: '/' }]}>
          {content}
        </Page>
      )}
    />
  );
}
