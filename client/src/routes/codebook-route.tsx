import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { CodebookEditor } from '../features/manage-codebook/codebook-editor.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Coding of comments', path: '/manage/coding' },
  { label: 'Codebooks', path: '/manage/coding/codebooks' },
];

/** `/manage/coding/codebooks/:codebookId`: one codebook. */
export function CodebookRoute() {
  const { codebookId = '' } = useParams();
  return (
    <Page heading="Codebook" crumbs={CRUMBS} wide>
      <Permitted any={['CodeComments', 'ManageCoding']}>
        {() => <CodebookEditor key={codebookId} id={codebookId} />}
      </Permitted>
    </Page>
  );
}
