import { useParams } from 'react-router';

import { BriefingPage } from '../features/briefing/briefing-page.js';

/** `/areas/:code/briefing`. */
export function BriefingRoute() {
  const { code = '' } = useParams();
  return <BriefingPage key={code} code={code.toUpperCase()} />;
}
