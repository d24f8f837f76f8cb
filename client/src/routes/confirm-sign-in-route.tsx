import { Page } from '../components/page.js';
import { ConfirmSignIn } from '../features/account/confirm-sign-in.js';

/** `/sign-in/confirm`: where such a link leads. */
export function ConfirmSignInRoute() {
  return (
    <Page heading="Confirm that you sign in" crumbs={[{ label: 'Home', path: '/' }]}>
      <ConfirmSignIn />
    </Page>
  );
}
