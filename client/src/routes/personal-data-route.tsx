import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { FindPerson } from '../features/personal-data/find-person.js';
import { RetentionTable } from '../features/personal-data/retention-table.js';

/** `/manage/personal-data`: requests of people about what is kept about them, for administrators. */
export function PersonalDataRoute() {
  return (
    <Page heading="Personal data" wide crumbs={[{ label: 'Home', path: '/' }]}>
      <Permitted any={['ManagePersonalData']}>
        {() => (
          <>
            <FindPerson />
            <RetentionTable />
          </>
        )}
      </Permitted>
    </Page>
  );
}
