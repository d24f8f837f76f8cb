import { useParams } from 'react-router';

import { TrustPage } from '../features/trust-record/trust-page.js';

/** `/trusts/:odsCode`. */
export function TrustRoute() {
  const { odsCode = '' } = useParams();
  return <TrustPage odsCode={odsCode.toUpperCase()} />;
}
