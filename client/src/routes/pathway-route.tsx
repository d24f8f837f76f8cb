import { useParams } from 'react-router';

import { PathwayPage } from '../features/pathway/pathway-page.js';

/** `/areas/:code/pathway` */
export function PathwayRoute() {
  const { code = '' } = useParams();
  return <PathwayPage key={code} code={code.toUpperCase()} />;
}
