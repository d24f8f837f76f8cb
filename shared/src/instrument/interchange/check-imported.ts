import { checkInstrument } from '../check-instrument.js';
import type { Instrument } from '../instrument.js';
import type { InstrumentProblem } from '../instrument-problem.js';

/**
 * What a form from outside may lack and the designer adds: a hospital picker, which only a survey of hospitals has, and
 * translations that are not ready. A draft may be without them; it cannot be published so.
 */
const ADDED_LATER: readonly string[] = ['NO_HOSPITAL', 'MISSING_TRANSLATION'];

/** The checks of the designer, split in what stops an import and what is still to be done before publishing. */
export function checkImported(instrument: Instrument): {
  readonly stopping: readonly InstrumentProblem[];
  readonly toDo: readonly InstrumentProblem[];
} {
  const found = checkInstrument(instrument);
  return {
    stopping: found.filter(({ code }) => !ADDED_LATER.includes(code)),
    toDo: found.filter(({ code }) => ADDED_LATER.includes(code)),
  };
}
