import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { FrameAccess } from '../features/manage-frames/frame-access.js';
import { FrameBody } from '../features/manage-frames/frame-body.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Sampling frames', path: '/manage/frames' },
];

/** `/manage/frames/:frameId`: one sampling frame, for the survey lead. */
export function FrameRoute() {
  const { frameId = '' } = useParams();
  return (
    <Page heading={`Frame ${frameId}`} crumbs={CRUMBS} wide>
      <FrameAccess>
        <FrameBody key={frameId} frameId={frameId} />
      </FrameAccess>
    </Page>
  );
}
