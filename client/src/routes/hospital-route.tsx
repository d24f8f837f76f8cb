import { useParams } from 'react-router';

import { HospitalPage } from '../features/hospital-record/hospital-page.js';
import { ServicesHere } from '../features/service-register/services-here.js';
import { TierHere } from '../features/service-register/tier-here.js';

/** `/hospitals/:odsCode`. */
export function HospitalRoute() {
  const { odsCode = '' } = useParams();
  return (
    <HospitalPage
      odsCode={odsCode.toUpperCase()}
      services={(hospital) => <ServicesHere hospital={hospital} />}
      tier={(hospital) => <TierHere odsCode={hospital} />}
    />
  );
}
