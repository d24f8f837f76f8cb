import { type FhirExtension, OURS } from '../../instrument/interchange/fhir-r4.js';

/** Types of resources that can be read; nothing else is served. */
export const FHIR_TYPES = [
  'HealthcareService',
  'Location',
  'Organization',
  'Questionnaire',
  'QuestionnaireResponse',
] as const;
export type FhirType = (typeof FHIR_TYPES)[number];

/** Whose codes an identifier is one of: the register of NHS organisations and sites. */
export const ODS_SITE = 'https://fhir.nhs.uk/Id/ods-site-code';
export const ODS_ORGANISATION = 'https://fhir.nhs.uk/Id/ods-organization-code';
/** Identifiers that only this product gives. */
export const OUR_ANSWERS = `${OURS}:published-answers`;
export const OUR_SERVICES = `${OURS}:in-reach-service`;
/** Coding system of what is reported of a hospital (methods C2). */
export const CATEGORIES = `${OURS}:category`;

export interface FhirIdentifier {
  readonly system: string;
  readonly value: string;
}

export interface FhirReference {
  readonly reference: string;
  readonly display?: string;
}

interface FhirTag {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export interface FhirMeta {
  readonly lastUpdated: string;
  /** The release that it was made from. */
  readonly source: string;
  readonly tag?: readonly FhirTag[];
}

/** Tags of HL7: that data are invented, and that a resource holds less than its original. */
export const TEST_DATA: FhirTag = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
  display: 'test health data',
};
export const SUBSETTED: FhirTag = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
  display: 'subsetted',
};

/** A resource of FHIR R4 as far as every type has it; what stands beside is the type's own. */
export interface FhirResource {
  readonly resourceType: FhirType;
  readonly id: string;
  /** Only on what a release says; trusts and questionnaires are the same in every release. */
  readonly meta?: FhirMeta;
  readonly identifier: readonly FhirIdentifier[] | FhirIdentifier;
  /** What `name` looks through; '' where the type has none. */
  readonly name?: string;
  readonly title?: string;
  readonly extension?: readonly FhirExtension[];
}

/** Letters, digits, dash and dot, at most 64: all that an id may hold. */
export const fhirId = (...parts: readonly string[]): string =>
  parts
    .join('.')
    .replace(/[^A-Za-z0-9.-]/g, '-')
    .slice(0, 64);
