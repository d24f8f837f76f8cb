import type { Condition, Option, Question } from '@liaison-atlas/shared/instrument/instrument';
import { STANDARD_ABSENCES } from '@liaison-atlas/shared/instrument/standard-options';

import type { GivenForm } from './given.js';

/**
 * The national survey of liaison services as somebody would write it down before building it: hours, staffing, tier,
 * work other than acute, the team. The tests build it through the designer and through nothing else.
 */
export const SERIES = 'liaison-services';
export const SURVEY_TITLE = 'National survey of liaison psychiatry services';

export interface PlannedPage {
  readonly id: string;
  readonly title: string;
  readonly optional?: boolean;
  readonly questions: readonly Question[];
}

const [I_DONT_KNOW] = STANDARD_ABSENCES;
const answer = (code: string, en: string): Option => ({ code, label: { en }, kind: 'substantive' });
const YES_NO = [answer('yes', 'Yes'), answer('no', 'No'), I_DONT_KNOW];
const WHERE_THERE_IS_A_SERVICE: Condition = { variable: 'has_service', isOneOf: ['yes'] };

const question = (
  variable: string,
  type: Question['type'],
  en: string,
  rest: Partial<Question> = {},
): Question => ({
  variable,
  type,
  text: { en },
  required: 'no',
  privacy: 'none',
  publication: 'open',
  source: 'national survey of liaison services',
  ...rest,
});
const staffing = (variable: string, who: string): Question =>
  question(variable, 'number', `How many ${who} work in the service?`, {
    required: 'soft',
    number: { min: 0, max: 100, step: 0.1, unit: { en: 'WTE' } },
    options: [I_DONT_KNOW],
    relevance: WHERE_THERE_IS_A_SERVICE,
  });

export const PLANNED_PAGES: readonly PlannedPage[] = [
  {
    id: 'service',
    title: 'The service',
    questions: [
      question('has_service', 'choice', 'Is there a liaison psychiatry service in your hospital?', {
        required: 'hard',
        options: YES_NO,
      }),
      question('tier', 'choice', 'Which tier does the service correspond to?', {
        required: 'soft',
        help: { en: 'Choose the nearest one.' },
        options: [
          answer('core', 'Core'),
          answer('core24', 'Core 24'),
          answer('enhanced24', 'Enhanced 24'),
          answer('comprehensive', 'Comprehensive'),
          I_DONT_KNOW,
        ],
        relevance: WHERE_THERE_IS_A_SERVICE,
      }),
      question('since', 'date', 'Since when has the service had this tier?', {
        relevance: { variable: 'tier', isNoneOf: ['core', 'dont_know'] },
      }),
    ],
  },
  {
    id: 'hours',
    title: 'Hours',
    questions: [
      question('cover', 'matrix', 'When does the service see patients?', {
        required: 'soft',
        options: [
          answer('all_hours', 'At all hours'),
          answer('office', 'In office hours'),
          answer('never', 'Never'),
          I_DONT_KNOW,
        ],
        rows: [
          { code: 'ed', label: { en: 'Emergency department' } },
          { code: 'wards', label: { en: 'Wards' } },
          { code: 'clinics', label: { en: 'Outpatient clinics' } },
        ],
        relevance: WHERE_THERE_IS_A_SERVICE,
      }),
    ],
  },
  {
    id: 'staffing',
    title: 'Staffing',
    questions: [staffing('consultants', 'consultants'), staffing('nurses', 'nurses')],
  },
  {
    id: 'team',
    title: 'Multidisciplinary team',
    questions: [
      question('professions', 'multi_choice', 'Which professions work in the team?', {
        options: [
          answer('psychology', 'Clinical psychology'),
          answer('social_work', 'Social work'),
          answer('occupational_therapy', 'Occupational therapy'),
          I_DONT_KNOW,
        ],
        relevance: WHERE_THERE_IS_A_SERVICE,
      }),
      question('psychology_sessions', 'number', 'How many sessions of psychology a week?', {
        number: { max: 100 },
        relevance: { variable: 'professions', isOneOf: ['psychology'] },
      }),
    ],
  },
  {
    id: 'non-acute',
    title: 'Work other than acute',
    optional: true,
    questions: [
      question('non_acute', 'choice', 'Does the service do planned work, such as clinics?', {
        options: YES_NO,
        relevance: WHERE_THERE_IS_A_SERVICE,
      }),
      question('fit', 'scale', 'How well does the service meet the need for planned work?', {
        privacy: 'opinion',
        publication: 'aggregate',
        scale: { min: 0, max: 10, step: 1, minLabel: { en: 'Not at all' }, maxLabel: { en: 'Fully' } },
        relevance: {
          allOf: [
            { variable: 'non_acute', isOneOf: ['yes'] },
            { variable: 'nurses', atLeast: 1 },
          ],
        },
      }),
      question('service_name', 'short_text', 'What is the service called?'),
      question('remarks', 'long_text', 'Is there anything else about the service?', {
        privacy: 'opinion',
        publication: 'aggregate',
      }),
    ],
  },
];

/** A service that answers every question. */
export const everythingFor = (odsCode: string): GivenForm => ({
  hospital: [odsCode],
  has_service: ['yes'],
  tier: ['core24'],
  since: ['2019-04-03'],
  cover_ed: ['all_hours'],
  cover_wards: ['office'],
  cover_clinics: ['dk'],
  consultants: ['2.5'],
  nurses: ['12'],
  professions: ['psychology', 'social_work'],
  psychology_sessions: ['4'],
  non_acute: ['yes'],
  fit: ['7'],
  service_name: ['Liaison'],
  remarks: ['None.'],
});
