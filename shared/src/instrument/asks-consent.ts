import { type Instrument, questionsOf } from './instrument.js';

/** Whether a questionnaire asks for consent to publish by name; where it does not, nobody has given any. */
export const asksConsent = (instrument: Instrument): boolean =>
  questionsOf(instrument).some(({ variable }) => variable === 'consent_facts');
