import { Page } from '../components/page.js';
import { SignInForm } from '../features/account/sign-in-form.js';

/** `/sign-in`: asks for a link by mail. */
export function SignInRoute() {
  return (
    <Page heading="Sign in" crumbs={[{ label: 'Home', path: '/' }]}>
      <SignInForm />
    </Page>
  );
}
