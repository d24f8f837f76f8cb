import type { InstrumentPage, Option, Question, Relevance } from '../instrument.js';
import { english } from './english.js';
import { WHERE_IN_REACH } from './v1-1-core-pages.js';

const YES_NO: readonly Option[] = [
  { code: 'yes', label: english('Yes'), kind: 'substantive' },
  { code: 'no', label: english('No'), kind: 'substantive' },
];

const consent = (variable: string, text: string, help: string, relevance?: Relevance): Question => ({
  variable,
  type: 'choice',
  text: english(text),
  help: english(help),
  options: YES_NO,
  required: 'hard',
  ...(relevance ? { relevance } : {}),
  privacy: 'personal',
  publication: 'never',
  source:
    'added in 1.1: consent per item; the 2018 report named three hospitals with score and comments (000:186-243)',
});

/**
 * Three separate choices, none of them made beforehand. Refusing all three changes no count: the form is analysed
 * in full, only the hospital's name stays away from it. With several forms of a hospital the strictest choice holds.
 */
export const CONSENT_PAGE: InstrumentPage = {
  id: 'consent',
  title: english('What may be published with the name of your hospital'),
  optional: false,
  questions: [
    consent(
      'consent_facts',
      'May your yes and no answers be published with the name of your hospital?',
      'If you answer no, they are only counted with those of other hospitals. "I don\'t know" is not published by name.',
    ),
    consent(
      'consent_score',
      'May your integration score be published with the name of your hospital?',
      'If you answer no, the hospital is shown as "in-reach, score not published".',
      WHERE_IN_REACH,
    ),
    consent(
      'consent_quote',
      'May what you wrote be quoted with the name of your hospital?',
      'A quotation is checked by the survey lead first. If you answer no, what you wrote is only read to find themes.',
    ),
  ],
};
