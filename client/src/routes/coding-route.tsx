import { Page } from '../components/page.js';
import { CodingAccess } from '../features/code-comments/coding-access.js';
import { LeadCoding, OwnTasks } from '../features/code-comments/coding-overview.js';

/** `/manage/coding`: one's own tasks; for the survey lead the coding of a round. */
export function CodingRoute() {
  return (
    <Page heading="Coding of comments" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <CodingAccess to="coders">
        {(mayManage) => (
          <>
            <OwnTasks quiet={mayManage} />
            {mayManage && <LeadCoding />}
          </>
        )}
      </CodingAccess>
    </Page>
  );
}
