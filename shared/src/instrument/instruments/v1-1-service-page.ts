import type { InstrumentPage, Option, Question, Relevance } from '../instrument.js';
import { english } from './english.js';
import { YES_NO_I_DONT_KNOW } from './v1-1-core-pages.js';

const PROVISION_AND_IN_REACH = ['iapt_treats_mus', 'iapt_treats_ltc', 'iapt_inreach_mus', 'iapt_inreach_ltc'];

/** Questions about the service make sense only where one of the four core answers says that there is one. */
const WHERE_THERE_IS_A_SERVICE: Relevance = {
  anyOf: PROVISION_AND_IN_REACH.map((variable) => ({ variable, isOneOf: ['yes'] })),
};

/** A start can be planned for whichever group has no known in-reach yet. */
const WHERE_IN_REACH_IS_INCOMPLETE: Relevance = {
  anyOf: ['iapt_inreach_mus', 'iapt_inreach_ltc'].map((variable) => ({
    variable,
    isOneOf: ['no', 'dont_know'],
  })),
};

const SERVICE = 'the local NHS Talking Therapies (formerly IAPT) service';

const option = (code: string, label: string): Option => ({
  code,
  label: english(label),
  kind: 'substantive',
});
const I_DONT_KNOW: Option = { code: 'dk', label: english("I don't know"), kind: 'dont_know' };

const FACT = { required: 'no', privacy: 'none', publication: 'open' } as const;

const closed = (variable: string, text: string, source: string, relevance?: Relevance): Question => ({
  ...FACT,
  variable,
  type: 'choice',
  text: english(text),
  options: YES_NO_I_DONT_KNOW,
  ...(relevance ? { relevance } : {}),
  source,
});

const severalOf = (variable: string, text: string, options: readonly Option[], source: string): Question => ({
  ...FACT,
  variable,
  type: 'multi_choice',
  text: english(text),
  help: english('Select all that apply.'),
  options: [...options, I_DONT_KNOW],
  relevance: WHERE_THERE_IS_A_SERVICE,
  source,
});

/**
 * The optional page: closed items on what the 2018 comments talk about and what a register of services needs. Left
 * empty it changes no indicator. `other_integrated_service` decides whether an absence may be called a gap
 * (methods C2): unanswered means not known, never "no".
 */
export const SERVICE_PAGE: InstrumentPage = {
  id: 'service',
  title: english('More about the service (optional)'),
  optional: true,
  questions: [
    severalOf(
      'conditions_accepted',
      `For which conditions does ${SERVICE} accept patients?`,
      [
        option('mus', 'Medically unexplained symptoms (MUS) in general'),
        option('ibs', 'Irritable bowel syndrome (IBS)'),
        option('cfs', 'Chronic fatigue syndrome (CFS, also called ME)'),
        option('chronic_pain', 'Chronic pain'),
        option('diabetes', 'Diabetes'),
        option('copd', 'Chronic obstructive pulmonary disease (COPD)'),
        option('cardiac', 'Heart disease'),
        option('other', 'Other conditions'),
      ],
      'added in 1.1: some services take some conditions only (000:225-226, 000:315-316); chronic pain from 000:215',
    ),
    severalOf(
      'settings',
      `Where does ${SERVICE} see patients with MUS or LTC?`,
      [
        option('ward', 'Hospital wards'),
        option('outpatients', 'Hospital outpatient clinics'),
        option('emergency_department', 'Emergency department'),
        option('community', 'In the community'),
      ],
      'added in 1.1: services are usually out of hospital (000:327-330)',
    ),
    closed(
      'complexity_accepted',
      `Does ${SERVICE} accept patients with complex needs, for example several illnesses or a high level of risk?`,
      'added in 1.1: complexity was the most frequent comment (000:251-258)',
      WHERE_THERE_IS_A_SERVICE,
    ),
    closed(
      'co_located',
      `Do staff of ${SERVICE} have a base inside your hospital?`,
      'added in 1.1: co-location was planned (000:65-67); space in the hospital, 000:228-230',
      WHERE_THERE_IS_A_SERVICE,
    ),
    closed(
      'shared_record',
      `Do ${SERVICE} and the liaison service share a patient record?`,
      'added in 1.1: a shared record was missing at one site (000:226)',
      WHERE_THERE_IS_A_SERVICE,
    ),
    closed(
      'liaison_supervises',
      `Does the liaison service supervise staff of ${SERVICE}?`,
      'added in 1.1: supervision at one site (000:199-204)',
      WHERE_THERE_IS_A_SERVICE,
    ),
    closed(
      'case_meetings',
      `Do the liaison service and ${SERVICE} hold routine meetings about patients?`,
      'added in 1.1: no routine contact between staff at one site (000:223-225)',
      WHERE_THERE_IS_A_SERVICE,
    ),
    closed(
      'psychology_on_site',
      'Is there a clinical health psychology service in your hospital?',
      'added in 1.1: the established role of clinical health psychologists (000:276-280)',
    ),
    closed(
      'other_integrated_service',
      'Is there another integrated service for patients with MUS or LTC in your hospital, for example a liaison clinic?',
      'added in 1.1: without it, no in-reach does not mean that care is missing (000:36-43, 000:319-322)',
    ),
    closed(
      'planned_start',
      'Is a start of in-reach by NHS Talking Therapies (formerly IAPT) into your hospital planned or being piloted?',
      'added in 1.1: a number of respondents knew of plans or pilots (000:269-270)',
      WHERE_IN_REACH_IS_INCOMPLETE,
    ),
  ],
};
