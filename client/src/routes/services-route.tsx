import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { ServicePage } from '../features/service-register/service-record.js';
import { ServicesPage } from '../features/service-register/services-page.js';

/** `/services` and `/services/:id`. */
export function ServicesRoute() {
  const { id } = useParams();
  if (id !== undefined) return <ServicePage key={id} id={id} />;
  return (
    <Page heading="Service register" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <ServicesPage />
    </Page>
  );
}
