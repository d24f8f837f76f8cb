import { FHIR_TYPES } from './fhir-resource.js';
import { SEARCH_PARAMETERS } from './fhir-search.js';

/** The day on which what can be asked last changed. */
const CHANGED_ON = '2026-11-22';

/** What the FHIR endpoint can do: read and search, nothing else. */
export const toCapabilityStatement = (base: string, codeVersion: string) => ({
  resourceType: 'CapabilityStatement' as const,
  status: 'active' as const,
  date: CHANGED_ON,
  kind: 'instance' as const,
  software: { name: 'Liaison Atlas', version: codeVersion },
  implementation: {
    description: 'What hospitals reported, from releases of the survey only. No account is needed.',
    url: base,
  },
  fhirVersion: '4.0.1' as const,
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server' as const,
      documentation:
        'Resources are those of the newest released round of real answers, or of the one named by round. A hospital ' +
        'without a HealthcareService is one where no in-reach is known, never one without in-reach. ' +
        'QuestionnaireResponses hold only the answers that are published by name.',
      resource: FHIR_TYPES.map((type) => ({
        type,
        versioning: 'no-version' as const,
        interaction: [{ code: 'read' as const }, { code: 'search-type' as const }],
        searchParam: SEARCH_PARAMETERS.map(({ name, type: kind, documentation }) => ({
          name,
          type: kind,
          documentation,
        })),
      })),
    },
  ],
});
