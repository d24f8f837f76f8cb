import { Page } from '../components/page.js';
import { PrivacyNotice } from '../features/privacy-notice/privacy-notice.js';

/** `/privacy`: what is kept about people, why, for how long, and whom to ask. */
export function PrivacyRoute() {
  return (
    <Page heading="Privacy" crumbs={[{ label: 'Home', path: '/' }]}>
      <PrivacyNotice />
    </Page>
  );
}
