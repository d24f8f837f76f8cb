import type { ServiceStatus } from './register-service.js';
import type { ShownService } from './shown-service.js';
import { HOURS_WORDS, KIND_WORDS, STATUS_WORDS } from './service-words.js';

/** HSDS has no "planned", no "pilot" and no "not known": those are told by `alert`, and nothing is called active by guess. */
const HSDS_STATUS: Readonly<Record<ServiceStatus, 'active' | 'inactive' | 'defunct'>> = {
  active: 'active',
  pilot: 'active',
  planned: 'inactive',
  closed: 'defunct',
  not_known: 'inactive',
};

/** Where a hospital lies; the point is that of the frame. */
export interface HsdsPlace {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

const ODS_SITE = 'https://fhir.nhs.uk/Id/ods-site-code';

/** Leaves out what is not known: HSDS has optional fields and no word for "not known". */
const known = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null));

const alertOf = ({ status, fadedFacts, knownFacts }: ShownService): string =>
  [
    status === 'active' || status === 'closed' ? '' : `Status in the register: ${STATUS_WORDS[status]}.`,
    fadedFacts === 0
      ? ''
      : `${fadedFacts} of ${knownFacts} known facts have not been confirmed for 24 months.`,
  ]
    .filter((each) => each !== '')
    .join(' ');

/**
 * The register as a page of services in the words of the Human Services Data Specification 3.x (Open Referral UK reads
 * the same). One service at one location is one `service_at_location`; how it gets there is its description. A service
 * whose provider is not known gets an organisation that says so, because HSDS demands one.
 */
export function toHsds(
  services: readonly ShownService[],
  placeOf: (odsCode: string) => HsdsPlace | undefined,
) {
  return {
    total_items: services.length,
    total_pages: 1,
    page_number: 1,
    size: services.length,
    first_page: true,
    last_page: true,
    empty: services.length === 0,
    contents: services.map((service) => toHsdsService(service, placeOf)),
  };
}

function toHsdsService(service: ShownService, placeOf: (odsCode: string) => HsdsPlace | undefined) {
  const { id, name, kind, provider, what, outcomes, referral, resources, status, hours, hospitals } = service;
  return {
    ...known({
      id,
      name,
      description: [what, outcomes === '' ? '' : `Outcomes: ${outcomes}`]
        .filter((each) => each !== '')
        .join('\n'),
      application_process: referral,
      fees_description: '',
      assured_date: service.lastConfirmedOn,
      alert: alertOf(service),
      additional_information: resources === '' ? '' : `Resources: ${resources}`,
    }),
    status: HSDS_STATUS[status],
    organization: {
      id: provider === '' ? `${id}-organization` : organisationId(provider),
      name: provider === '' ? 'Provider not known' : provider,
      description: provider === '' ? 'Nobody has told who runs this service.' : provider,
    },
    schedules: hours === 'not_known' ? [] : [{ id: `${id}-schedule`, description: HOURS_WORDS[hours] }],
    service_at_locations: hospitals.map(({ odsCode, hospital, value, how }) => {
      const place = placeOf(odsCode);
      return {
        id: `${id}-at-${odsCode}`,
        ...known({ description: how === 'not_known' ? '' : value }),
        location: {
          id: odsCode,
          location_type: 'physical',
          name: place?.name ?? hospital,
          ...known({ latitude: place?.latitude ?? null, longitude: place?.longitude ?? null }),
          external_identifier: odsCode,
          external_identifier_type: ODS_SITE,
        },
      };
    }),
    attributes: [
      {
        id: `${id}-kind`,
        link_type: 'kind',
        value: kind,
        taxonomy_term: { id: kind, name: KIND_WORDS[kind], description: KIND_WORDS[kind] },
      },
    ],
  };
}

/** The same organisation has the same id in every service, whatever the case of its name. */
const organisationId = (provider: string): string =>
  `organization-${provider
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}`;
