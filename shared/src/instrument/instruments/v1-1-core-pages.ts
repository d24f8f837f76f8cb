import type { InstrumentPage, Question, Relevance } from '../instrument.js';
import { english } from './english.js';
import { yesNoDontKnow } from './yes-no-dont-know.js';

/** True where there is in-reach for either group: then integration, positive points and improvements are asked. */
export const WHERE_IN_REACH: Relevance = {
  anyOf: [
    { variable: 'iapt_inreach_mus', isOneOf: ['yes'] },
    { variable: 'iapt_inreach_ltc', isOneOf: ['yes'] },
  ],
};

/** Options of every closed question of this version. */
export const YES_NO_I_DONT_KNOW = yesNoDontKnow("I don't know");

const NO_NAMES = english(
  'Do not name or describe patients or members of staff in a way that lets somebody recognise them.',
);

const GROUPS = {
  mus: {
    phrase: 'medically unexplained symptoms (MUS)',
    short: 'medically unexplained symptoms',
    help: 'MUS are lasting physical symptoms without a disease that explains them enough, such as irritable bowel syndrome (IBS) or chronic fatigue syndrome (CFS, also called ME).',
  },
  ltc: {
    phrase: 'long-term conditions (LTC)',
    short: 'long-term conditions',
    help: 'LTCs are lasting physical illnesses such as diabetes, chronic obstructive pulmonary disease (COPD) or heart disease.',
  },
} as const;

type Group = keyof typeof GROUPS;

/** Asked apart since one of the three in-reach services of 2018 took LTC but not MUS (000:313-316). */
const ASKED_APART =
  '2018 asked about "MUS/LTCs" in one question; asked apart because a service may take one group only (000:313-316)';

const provision = (group: Group): InstrumentPage => ({
  id: `iapt_treats_${group}`,
  title: english(`Provision: ${GROUPS[group].short}`),
  optional: false,
  questions: [
    {
      variable: `iapt_treats_${group}`,
      type: 'choice',
      text: english(
        `Does your local psychological therapies service (NHS Talking Therapies, formerly IAPT) undertake assessment and treatment of patients with ${GROUPS[group].phrase}?`,
      ),
      help: english(
        `${GROUPS[group].help} If you are not sure, choose "I don't know": that is useful to know.`,
      ),
      options: YES_NO_I_DONT_KNOW,
      required: 'hard',
      privacy: 'none',
      publication: 'open',
      source: `000:131-132; ${ASKED_APART}`,
    },
  ],
});

const inReach = (group: Group): InstrumentPage => ({
  id: `iapt_inreach_${group}`,
  title: english(`In-reach: ${GROUPS[group].short}`),
  optional: false,
  questions: [
    {
      variable: `iapt_inreach_${group}`,
      type: 'choice',
      text: english(
        `Does your local psychological therapies service (NHS Talking Therapies, formerly IAPT) provide an in-reach service into your hospital for patients with ${GROUPS[group].phrase}?`,
      ),
      help: english(
        `In-reach means that its staff come into the hospital to see patients there. ${GROUPS[group].help} If you are not sure, choose "I don't know".`,
      ),
      options: YES_NO_I_DONT_KNOW,
      required: 'hard',
      privacy: 'none',
      publication: 'open',
      source: `000:134-136; ${ASKED_APART}`,
    },
  ],
});

const INTEGRATION: Question = {
  variable: 'integration',
  type: 'scale',
  text: english(
    'In your opinion how well integrated is the care and treatment of patients with MUS/LTCs between NHS Talking Therapies (formerly IAPT) and Liaison Psychiatry?',
  ),
  help: english('Give a whole number from 0 to 100. There is no right answer: it is your own view.'),
  options: [{ code: 'dk', label: english("I don't know"), kind: 'dont_know' }],
  scale: {
    min: 0,
    max: 100,
    step: 1,
    minLabel: english('Not at all integrated'),
    maxLabel: english('Seamlessly integrated'),
  },
  required: 'soft',
  relevance: WHERE_IN_REACH,
  privacy: 'opinion',
  publication: 'open',
  source:
    '000:140-145 with the lower end corrected from "Not all integrated"; by name only with consent_score',
};

const textBox = (variable: string, text: string, source: string, relevance?: Relevance): Question => ({
  variable,
  type: 'long_text',
  text: english(text),
  help: english('You can leave this empty.'),
  warning: NO_NAMES,
  required: 'no',
  maxLength: 4000,
  ...(relevance ? { relevance } : {}),
  privacy: 'opinion',
  publication: 'aggregate',
  source,
});

const onItsOwnPage = (title: string, question: Question): InstrumentPage => ({
  id: question.variable,
  title: english(title),
  optional: false,
  questions: [question],
});

/** The questions of 2018, with MUS and LTC apart in provision and in in-reach. */
export const CORE_PAGES: readonly InstrumentPage[] = [
  provision('mus'),
  provision('ltc'),
  inReach('mus'),
  inReach('ltc'),
  onItsOwnPage('Integration', INTEGRATION),
  onItsOwnPage(
    'Positive points',
    textBox(
      'positives',
      'What are the main positive points about the service and joint working?',
      '000:147',
      WHERE_IN_REACH,
    ),
  ),
  onItsOwnPage(
    'Improvements',
    textBox(
      'improve',
      'In what ways could the service and joint working be improved?',
      '000:148',
      WHERE_IN_REACH,
    ),
  ),
  onItsOwnPage(
    'Comments',
    textBox(
      'comments',
      'Do you have any additional comments about integrated services for patients with MUS/LTCs?',
      '000:149-151 (in 2018 reported speech, so the earlier wording is not known)',
    ),
  ),
];
