import { address, FHIR_JSON, inPath, inQuery } from './make-open-address.js';
import type { OpenAddress } from './open-address.js';

/** The words of the register (`commissioning/register`), which stands to the right of this module; a test compares them. */
const SERVICE_KIND_NAMES = [
  'liaison_team',
  'clinical_health_psychology',
  'iapt_ltc',
  'pain',
  'cfs',
  'other_specialist',
  'voluntary_sector',
];
const SERVICE_STATUS_NAMES = ['planned', 'pilot', 'active', 'closed', 'not_known'];

/** The addresses of the service register. */
export const SERVICE_ADDRESSES: readonly OpenAddress[] = [
  address(
    'services',
    'listServices',
    '/open/v1/services.json',
    'The service register: each service with its facts, their sources and ages; `area=` takes a region, ICB, CCG of 2018, trust or England',
    {
      parameters: [
        inQuery('hospital', 'ODS code of a hospital'),
        inQuery(
          'area',
          'Services at the hospitals of an area: a code from /open/v1/areas or of a trust; E92000001 or england = all',
        ),
        inQuery('kind', 'Kind of service', { type: 'string', enum: SERVICE_KIND_NAMES }),
        inQuery('status', 'Status of the service', { type: 'string', enum: SERVICE_STATUS_NAMES }),
      ],
      schema: 'services',
      example: '/open/v1/services.json?area=QOP',
      mayBeMissing: true,
    },
  ),
  address(
    'services',
    'listServicesHsds',
    '/open/v1/services/hsds.json',
    'The register in the words of Open Referral HSDS 3.x; what is not known is left out',
  ),
  address(
    'services',
    'listServicesFhir',
    '/open/v1/services/fhir-bundle.json',
    'The register as a FHIR R4 Bundle of HealthcareServices',
    { mediaType: FHIR_JSON },
  ),
  address('services', 'getService', '/open/v1/services/{id}', 'One service', {
    parameters: [inPath('id', 'Id of a service, from /open/v1/services.json')],
    schema: 'service',
    // The register is empty until somebody enters a service.
    example: '',
  }),
];
