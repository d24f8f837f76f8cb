import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { CodingAccess } from '../features/code-comments/coding-access.js';
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
      <CodingAccess to="coders">{() => <CodebookEditor key={codebookId} id={codebookId} />}</CodingAccess>
    </Page>
  );
}
