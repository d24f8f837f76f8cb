import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { RegisterInbox } from '../features/manage-register/register-inbox.js';
import { NewService, ServiceDesk } from '../features/manage-register/service-desk.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Services', path: '/services' },
];

/** `/manage/services`, `/manage/services/new` and `/manage/services/:id`, for who keeps the register. */
export function ManageServicesRoute() {
  const { id } = useParams();
  if (id === undefined)
    return (
      <Page heading="Keep the service register" crumbs={CRUMBS} wide>
        <Permitted any={['ManageRegister']}>{() => <RegisterInbox />}</Permitted>
      </Page>
    );
  return (
    <Page heading={id === 'new' ? 'Enter a service' : 'Keep a service'} crumbs={CRUMBS} wide>
      <Permitted any={['ManageRegister']}>
        {() => (id === 'new' ? <NewService /> : <ServiceDesk key={id} id={id} />)}
      </Permitted>
    </Page>
  );
}
