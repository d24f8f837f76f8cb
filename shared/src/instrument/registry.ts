import type { Instrument } from './instrument.js';
import { INSTRUMENT_V1_0 } from './instruments/v1-0.js';
import { INSTRUMENT_V1_1 } from './instruments/v1-1.js';

/** Every version of the questionnaire, oldest first. */
export const allInstruments: readonly Instrument[] = [INSTRUMENT_V1_0, INSTRUMENT_V1_1];

/** The version with this number (`1.0`, `1.1`), or undefined when there is none. */
export const findInstrument = (version: string): Instrument | undefined =>
  allInstruments.find((instrument) => instrument.version === version);

/**
 * The version with this number.
 * @throws Error when there is none: a stored response names a version that this build does not know.
 */
export function getInstrument(version: string): Instrument {
  const instrument = findInstrument(version);
  if (!instrument) throw new Error(`there is no version ${version} of the questionnaire`);
  return instrument;
}
