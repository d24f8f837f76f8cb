import { Page } from '../components/page.js';
import { CodingAccess } from '../features/code-comments/coding-access.js';
import { Decisions } from '../features/code-comments/decisions.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Coding of comments', path: '/manage/coding' },
];

/** `/manage/coding/decisions`: where coders differ, side by side. */
export function CodingDecisionsRoute() {
  return (
    <Page heading="Decide between coders" crumbs={CRUMBS} wide>
      <CodingAccess to="coders">{() => <Decisions />}</CodingAccess>
    </Page>
  );
}
