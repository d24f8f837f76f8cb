import { Page } from '../components/page.js';
import { CodingAccess } from '../features/code-comments/coding-access.js';
import { CodebookList } from '../features/manage-codebook/codebook-list.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Coding of comments', path: '/manage/coding' },
];

/** `/manage/coding/codebooks`: every codebook. */
export function CodebooksRoute() {
  return (
    <Page heading="Codebooks" crumbs={CRUMBS} wide>
      <CodingAccess to="coders">{() => <CodebookList />}</CodingAccess>
    </Page>
  );
}
