import type { Instrument, InstrumentPage, Question, Relevance } from '../instrument.js';
import { english } from './english.js';
import { yesNoDontKnow } from './yes-no-dont-know.js';

/** The three follow-up questions were put only where there was in-reach (000:137-139). */
const WHERE_IN_REACH: Relevance = { variable: 'iapt_inreach', isOneOf: ['yes'] };

/** The options are not printed in the report; they are inferred from the results it gives (000:172-183). */
const OPTIONS = yesNoDontKnow("Don't know");

const QUESTIONS: readonly Question[] = [
  {
    variable: 'hospital',
    type: 'hospital',
    text: english('In which acute hospital does your Liaison Psychiatry Service operate?'),
    required: 'hard',
    privacy: 'none',
    publication: 'open',
    source: '000:129 (the original control is not known)',
  },
  {
    variable: 'iapt_treats_mus_ltc',
    type: 'choice',
    text: english(
      'Does your local psychological therapies service (IAPT) undertake assessment and treatment of patients with MUS/LTCs?',
    ),
    options: OPTIONS,
    required: 'soft',
    privacy: 'none',
    publication: 'open',
    source: '000:131-132; options inferred from 000:172-176; whether an answer was demanded is not known',
  },
  {
    variable: 'iapt_inreach',
    type: 'choice',
    text: english(
      'Does your local psychological therapies service (IAPT) provide an in-reach service into your hospital for patients with MUS/LTCs?',
    ),
    options: OPTIONS,
    required: 'soft',
    privacy: 'none',
    publication: 'open',
    source: '000:134-136; options inferred from 000:181-183; whether an answer was demanded is not known',
  },
  {
    variable: 'integration',
    type: 'scale',
    text: english(
      'In your opinion how well integrated is the care and treatment of patients with MUS/LTCs between IAPT and Liaison Psychiatry?',
    ),
    scale: {
      min: 0,
      max: 100,
      step: 1,
      // Verbatim, although "Not all" is surely a slip for "Not at all": a published questionnaire is never edited.
      minLabel: english('Not all integrated'),
      maxLabel: english('Seamlessly integrated'),
    },
    required: 'soft',
    relevance: WHERE_IN_REACH,
    privacy: 'opinion',
    // Nobody was asked for consent in 2018; the three scores that the report prints are published already.
    publication: 'aggregate',
    source: '000:140-145; asked where there was in-reach, 000:137-139; step and start position are not known',
  },
  {
    variable: 'positives',
    type: 'long_text',
    text: english('What are the main positive points about the service and joint working?'),
    required: 'no',
    relevance: WHERE_IN_REACH,
    privacy: 'opinion',
    publication: 'aggregate',
    source: '000:147; asked where there was in-reach, 000:137-139',
  },
  {
    variable: 'improve',
    type: 'long_text',
    text: english('In what ways could the service and joint working be improved?'),
    required: 'no',
    relevance: WHERE_IN_REACH,
    privacy: 'opinion',
    publication: 'aggregate',
    source: '000:148; asked where there was in-reach, 000:137-139',
  },
  {
    variable: 'comments',
    type: 'long_text',
    text: english('Any additional comments about integrated services for patients with MUS/LTCs'),
    required: 'no',
    privacy: 'opinion',
    publication: 'aggregate',
    source: '000:149-151 (reported speech: the exact wording is not published)',
  },
];

/** How the 2018 form was divided into pages is not known; one question a page is what the answering form does. */
const onItsOwnPage = (question: Question): InstrumentPage => ({
  id: question.variable,
  title: question.text,
  optional: false,
  questions: [question],
});

/**
 * The questionnaire of December 2017 to January 2018, word for word where the report prints the words
 * (000:128-151). Retired: a new round uses a later version, but the figures of 2017-18 rest on this one.
 */
export const INSTRUMENT_V1_0: Instrument = {
  key: 'iapt-liaison',
  version: '1.0',
  title: english('IAPT and liaison psychiatry: provision for patients with MUS/LTCs'),
  status: 'retired',
  changeNote:
    'The questionnaire of the 2018 report. MUS stands for medically unexplained symptoms, LTC for long-term condition.',
  information: [],
  pages: QUESTIONS.map(onItsOwnPage),
};
