import type { InstrumentPage } from '../instrument.js';
import { english } from './english.js';

/**
 * Who answers, for which hospital, and whether the form is within the survey's scope. The 2018 form had no question
 * for role, population or country: scope had to be judged from the answers (000:161-164, 000:306).
 */
export const ABOUT_PAGES: readonly InstrumentPage[] = [
  {
    id: 'hospital',
    title: english('Your hospital'),
    optional: false,
    questions: [
      {
        variable: 'hospital',
        type: 'hospital',
        text: english('Which acute hospital are you answering for?'),
        help: english(
          'Choose the hospital from the list. If it is not there, say so and write its name and town. If your team works in several hospitals, answer for the one you know best.',
        ),
        required: 'hard',
        maxLength: 200,
        privacy: 'none',
        publication: 'open',
        source: '000:129, reworded because not only liaison teams are asked',
      },
    ],
  },
  {
    id: 'role',
    title: english('Your role'),
    optional: false,
    questions: [
      {
        variable: 'role',
        type: 'choice',
        text: english('What is your role?'),
        help: english(
          'Choose the one that fits best. Your role is never published. Please do not give your name.',
        ),
        options: [
          {
            code: 'liaison_consultant',
            label: english('Consultant in liaison psychiatry'),
            kind: 'substantive',
          },
          {
            code: 'liaison_lead',
            label: english('Lead or manager of a liaison psychiatry service'),
            kind: 'substantive',
          },
          {
            code: 'liaison_clinician',
            label: english('Other member of a liaison psychiatry team'),
            kind: 'substantive',
          },
          {
            code: 'iapt_lead',
            label: english('Lead or manager of an NHS Talking Therapies (formerly IAPT) service'),
            kind: 'substantive',
          },
          {
            code: 'iapt_clinician',
            label: english('Other member of an NHS Talking Therapies (formerly IAPT) service'),
            kind: 'substantive',
          },
          { code: 'psychologist', label: english('Clinical health psychologist'), kind: 'substantive' },
          {
            code: 'acute_trust_staff',
            label: english('Clinician or manager of the acute trust'),
            kind: 'substantive',
          },
          { code: 'other', label: english('Another role'), kind: 'substantive' },
          { code: 'not_say', label: english('I prefer not to say'), kind: 'refused' },
        ],
        required: 'hard',
        privacy: 'personal',
        publication: 'never',
        source: 'added in 1.1: where a hospital sends several forms, the role helps to choose the lead form',
      },
    ],
  },
  {
    id: 'perspective',
    title: english('Whose view you give'),
    optional: false,
    questions: [
      {
        variable: 'perspective',
        type: 'choice',
        text: english('From which service do you answer?'),
        help: english(
          'Answers from different services about one hospital are compared with each other. They are never merged.',
        ),
        options: [
          {
            code: 'liaison',
            label: english('Liaison psychiatry or psychological medicine'),
            kind: 'substantive',
          },
          { code: 'iapt', label: english('NHS Talking Therapies (formerly IAPT)'), kind: 'substantive' },
          { code: 'psychology', label: english('Clinical health psychology'), kind: 'substantive' },
          { code: 'acute_trust', label: english('Acute trust'), kind: 'substantive' },
        ],
        required: 'hard',
        privacy: 'none',
        publication: 'aggregate',
        source: 'added in 1.1: in 2018 only liaison teams were asked, so integration was seen from one side',
      },
    ],
  },
  {
    id: 'population',
    title: english('Who your service is for'),
    optional: false,
    questions: [
      {
        variable: 'population',
        type: 'multi_choice',
        text: english('Which patients does your service see in this hospital?'),
        help: english('Select all that apply.'),
        options: [
          { code: 'adult', label: english('Adults of working age'), kind: 'substantive' },
          { code: 'older', label: english('Older people'), kind: 'substantive' },
          { code: 'camhs', label: english('Children and adolescents (CAMHS)'), kind: 'substantive' },
          { code: 'all_age', label: english('All ages'), kind: 'substantive' },
        ],
        required: 'hard',
        privacy: 'none',
        publication: 'aggregate',
        source:
          'added in 1.1: services for children and adolescents only are outside the scope (000:161-164)',
      },
    ],
  },
  {
    id: 'country',
    title: english('Country'),
    optional: false,
    questions: [
      {
        variable: 'country',
        type: 'choice',
        text: english('In which country is the hospital?'),
        help: english('The survey counts hospitals in England.'),
        options: [
          { code: 'england', label: english('England'), kind: 'substantive' },
          { code: 'wales', label: english('Wales'), kind: 'substantive' },
          { code: 'scotland', label: english('Scotland'), kind: 'substantive' },
          { code: 'northern_ireland', label: english('Northern Ireland'), kind: 'substantive' },
          { code: 'elsewhere', label: english('Elsewhere'), kind: 'substantive' },
        ],
        required: 'hard',
        privacy: 'none',
        publication: 'aggregate',
        source: 'added in 1.1: the 2018 respondents worked "primarily" in English hospitals (000:306)',
      },
    ],
  },
];
