import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { Desk } from '../features/code-comments/desk.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Coding of comments', path: '/manage/coding' },
];

/** `/manage/coding/desks/:taskId`: a coder at work. */
export function CodingDeskRoute() {
  const { taskId = '' } = useParams();
  return (
    <Page heading="Coding desk" crumbs={CRUMBS} wide>
      <Permitted any={['CodeComments', 'ManageCoding']}>
        {() => <Desk key={taskId} taskId={taskId} />}
      </Permitted>
    </Page>
  );
}
