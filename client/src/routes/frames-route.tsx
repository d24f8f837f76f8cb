import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { FrameList } from '../features/manage-frames/frame-list.js';

/** `/manage/frames`: every sampling frame, for the survey lead. */
export function FramesRoute() {
  return (
    <Page heading="Sampling frames" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <Permitted any={['ManageFrame']}>{() => <FrameList />}</Permitted>
    </Page>
  );
}
