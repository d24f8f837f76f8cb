import type { Instrument } from '../instrument.js';
import { english } from './english.js';

const section = (heading: string, ...paragraphs: string[]): Instrument['information'][number] => ({
  heading: english(heading),
  paragraphs: paragraphs.map(english),
});

/**
 * What a respondent is told before the first question. Of the 2018 round no such text is known. What it promises is
 * kept elsewhere: naming and disclosure in publication, withdrawal and partial forms in the response's life cycle.
 */
export const INFORMATION: Instrument['information'] = [
  section(
    'Who asks, and why',
    'The survey lead of this round asks, for the organisation named in your invitation.',
    'We want to know what NHS Talking Therapies services (formerly IAPT) offer to patients with medically unexplained symptoms (MUS) or long-term conditions (LTC) in acute hospitals in England, and how well they work together with liaison psychiatry. The survey was first carried out from December 2017 to January 2018.',
  ),
  section(
    'What you are asked to do',
    'Answering takes about five minutes. Taking part is your choice. "I don\'t know" is an answer that we count and show.',
    'Your answers are saved at every step. You can stop, come back with the same link on another computer, or pass the link to a colleague.',
  ),
  section(
    'What is published with the name of your hospital',
    'The list of hospitals that answered will be published.',
    'Your yes and no answers, your integration score and what you wrote are each published with the name of your hospital only if you agree. We ask you about each of the three at the end. Where a hospital sends several forms, the strictest choice holds.',
  ),
  section(
    'What is not published with the name of your hospital',
    'Your role, your name and your address are not published. We do not ask for your name.',
    '"I don\'t know", and anything you did not agree to, is only counted together with the answers of other hospitals. What you wrote is read to find themes. Open data never contains it.',
  ),
  section(
    'Legal basis',
    'The answers describe services. Your role, your opinions and what you wrote can be personal data. The legal basis for using them is legitimate interests, Article 6(1)(f) of the UK GDPR: to describe which services exist for these patients. Agreeing to be named is a separate choice that you can take back.',
  ),
  section(
    'How long answers are kept',
    'A form that is not submitted is deleted three months after the round closes. A submitted form is kept, because every published figure must be possible to recompute from it.',
  ),
  section(
    'Changing or withdrawing your answers',
    'You can correct a submitted form until the last day for corrections of this round. You can withdraw it until the results are released: the content is then erased, and only the fact that a form was withdrawn is kept.',
    'After a release the published figures stand. If you withdraw then, your hospital is left out of the next release, and a note says that a hospital is withheld.',
  ),
  section(
    'Contact',
    "Questions, requests and complaints go to the survey lead of this round, at the address in your invitation. You can also complain to the Information Commissioner's Office.",
  ),
];
