import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { PeopleList } from '../features/manage-people/people-list.js';

/** `/manage/people`: people and their roles, for administrators. */
export function ManagePeopleRoute() {
  return (
    <Page heading="People" crumbs={[{ label: 'Home', path: '/' }]}>
      <Permitted any={['ManagePeople']}>{() => <PeopleList />}</Permitted>
    </Page>
  );
}
