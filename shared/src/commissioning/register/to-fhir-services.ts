import { OURS } from '../../instrument/interchange/fhir-r4.js';
import { fhirId, ODS_SITE } from '../../publication/fhir/fhir-resource.js';
import { KIND_WORDS, STATUS_WORDS } from './service-words.js';
import type { ShownService } from './shown-service.js';

/** Coding systems that only this product gives. */
const KIND = `${OURS}:service-kind`;
const CONDITION = `${OURS}:service-condition`;

/** `active` is said only where the register knows: HealthcareService without it is "not known". */
const activeOf = ({ status }: ShownService): { readonly active?: boolean } => {
  if (status === 'not_known') return {};
  return { active: status === 'active' || status === 'pilot' };
};

const commentOf = (service: ShownService): string =>
  [
    `Status in the register: ${STATUS_WORDS[service.status]}.`,
    service.outcomes === '' ? '' : `Outcomes: ${service.outcomes}.`,
    service.fadedFacts === 0
      ? ''
      : `${service.fadedFacts} of ${service.knownFacts} known facts have not been confirmed for 24 months.`,
  ]
    .filter((each) => each !== '')
    .join(' ');

/** One service as a FHIR R4 HealthcareService. What is not known is left out, never sent as empty or as false. */
export function toHealthcareService(service: ShownService) {
  const { id, kind, name, provider, what, hours, referral, conditions, hospitals } = service;
  return {
    resourceType: 'HealthcareService',
    id: fhirId(id),
    identifier: [{ system: `${OURS}:register-service`, value: id }],
    ...activeOf(service),
    ...(provider !== '' && { providedBy: { display: provider } }),
    category: [{ coding: [{ system: KIND, code: kind, display: KIND_WORDS[kind] }] }],
    ...(conditions.length > 0 && {
      specialty: conditions.map((code) => ({ coding: [{ system: CONDITION, code }] })),
    }),
    ...(hospitals.length > 0 && {
      location: hospitals.map(({ odsCode, hospital, value }) => ({
        identifier: { system: ODS_SITE, value: odsCode },
        display: `${hospital}: ${value}`,
      })),
    }),
    name,
    comment: commentOf(service),
    ...(what !== '' && { extraDetails: what }),
    ...(referral !== '' && { referralMethod: [{ text: referral }] }),
    ...(hours === 'all_hours' && {
      availableTime: [{ daysOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], allDay: true }],
    }),
  };
}

/** The register as one FHIR R4 Bundle. @param base address under which its entries are named */
export const toServicesBundle = (services: readonly ShownService[], base: string) => ({
  resourceType: 'Bundle',
  type: 'collection',
  ...(services.length > 0 && {
    entry: services.map((service) => {
      const resource = toHealthcareService(service);
      return { fullUrl: `${base}/${resource.id}`, resource };
    }),
  }),
});
