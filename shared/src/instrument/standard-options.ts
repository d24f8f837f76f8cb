import type { Option } from './instrument.js';

/**
 * The standard ways not to answer. The codes are the same in every questionnaire, so that exports need one set of
 * missing values; the answer itself is stored as the absence, never as the code.
 */
export const STANDARD_ABSENCES = [
  { code: 'dk', label: { en: "I don't know" }, kind: 'dont_know' },
  { code: 'na', label: { en: 'Not applicable' }, kind: 'not_applicable' },
  { code: 'ref', label: { en: 'I prefer not to say' }, kind: 'refused' },
] as const satisfies readonly Option[];
