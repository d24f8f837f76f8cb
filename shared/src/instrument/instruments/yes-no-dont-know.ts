import type { Option } from '../instrument.js';
import { english } from './english.js';

/**
 * The three answers to a closed question about a service. "I don't know" is an answer in its own right (34 % of the
 * 2018 respondents gave it on provision, 000:175-176): it is stored as the absence `dont_know`, never as "no".
 */
export const yesNoDontKnow = (dontKnowLabel: string): readonly Option[] => [
  { code: 'yes', label: english('Yes'), kind: 'substantive' },
  { code: 'no', label: english('No'), kind: 'substantive' },
  { code: 'dk', label: english(dontKnowLabel), kind: 'dont_know' },
];
