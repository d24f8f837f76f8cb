import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { Decisions } from '../features/code-comments/decisions.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Coding of comments', path: '/manage/coding' },
];

/** `/manage/coding/decisions`: where coders differ, side by side. */
export function CodingDecisionsRoute() {
  return (
    <Page heading="Decide between coders" crumbs={CRUMBS} wide>
      <Permitted any={['CodeComments', 'ManageCoding']}>{() => <Decisions />}</Permitted>
    </Page>
  );
}
