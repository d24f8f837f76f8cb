import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
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
      <Permitted any={['ManageFrame']}>{() => <FrameBody key={frameId} frameId={frameId} />}</Permitted>
    </Page>
  );
}
