import { useParams } from 'react-router';

import { HospitalPage } from '../features/hospital-record/hospital-page.js';

/** `/hospitals/:odsCode`. */
export function HospitalRoute() {
  const { odsCode = '' } = useParams();
  return <HospitalPage odsCode={odsCode.toUpperCase()} />;
}
