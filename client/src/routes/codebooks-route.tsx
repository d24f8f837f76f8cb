import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { CodebookList } from '../features/manage-codebook/codebook-list.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Coding of comments', path: '/manage/coding' },
];

/** `/manage/coding/codebooks`: every codebook. */
export function CodebooksRoute() {
  return (
    <Page heading="Codebooks" crumbs={CRUMBS} wide>
      <Permitted any={['CodeComments', 'ManageCoding']}>{() => <CodebookList />}</Permitted>
    </Page>
  );
}
