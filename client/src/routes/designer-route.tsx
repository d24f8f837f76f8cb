import { useParams } from 'react-router';

import { DesignerPage } from '../features/design-instruments/designer-page.js';

/** `/manage/instruments/:id`: one draft in the designer. */
export function DesignerRoute() {
  const { id = '' } = useParams();
  return <DesignerPage key={id} id={id} />;
}
