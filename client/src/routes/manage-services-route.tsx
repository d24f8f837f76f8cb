import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { NewService, ServiceDesk } from '../features/manage-register/service-desk.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Services', path: '/services' },
];

/** `/manage/services/new` and `/manage/services/:id`, for who keeps the register. */
export function ManageServicesRoute() {
  const { id = '' } = useParams();
  return (
    <Page heading={id === 'new' ? 'Enter a service' : 'Keep a service'} crumbs={CRUMBS} wide>
      <Permitted any={['ManageRegister']}>
        {() => (id === 'new' ? <NewService /> : <ServiceDesk key={id} id={id} />)}
      </Permitted>
    </Page>
  );
}
