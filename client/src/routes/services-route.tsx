import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { CorrectionPage } from '../features/service-register/correction-page.js';
import { ServicePage } from '../features/service-register/service-record.js';
import { ServicesPage } from '../features/service-register/services-page.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Services', path: '/services' },
];

/** `/services`, `/services/correct` and `/services/:id`. */
export function ServicesRoute() {
  const { id } = useParams();
  if (id === 'correct')
    return (
      <CorrectionPage
        frame={(heading, content) => (
          <Page heading={heading} crumbs={CRUMBS}>
            {content}
          </Page>
        )}
      />
    );
  if (id !== undefined) return <ServicePage key={id} id={id} />;
  return (
    <Page heading="Service register" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <ServicesPage />
    </Page>
  );
}
