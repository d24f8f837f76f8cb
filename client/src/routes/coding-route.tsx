import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { LeadCoding, OwnTasks } from '../features/code-comments/coding-overview.js';

/** `/manage/coding`: one's own tasks; for the survey lead the coding of a round. */
export function CodingRoute() {
  return (
    <Page heading="Coding of comments" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <Permitted any={['CodeComments', 'ManageCoding']}>
        {({ permissions }) => {
          const mayManage = permissions.includes('ManageCoding');
          return (
            <>
              <OwnTasks quiet={mayManage} />
              {mayManage && <LeadCoding />}
            </>
          );
        }}
      </Permitted>
    </Page>
  );
}
