import { type Instrument, questionsOf } from '../instrument/instrument.js';

/** The questions from which the two indicators are made: the joint ones of 2018, or their parts. */
const PARTS = /^iapt_(treats|inreach)(_|$)/;

/** Whether a questionnaire asks what the indicators, the ladder and the score are made from. */
export const asksIndicators = (instrument: Instrument): boolean =>
  questionsOf(instrument).some(({ variable }) => PARTS.test(variable));
