import type { RoundState } from '../fieldwork/round.js';

/** What a freeze makes of the state of its round (domain D2): one that is being cleaned is frozen. */
export const stateAfterFreeze = (state: RoundState): RoundState => (state === 'cleaning' ? 'frozen' : state);

/** Opening it again leads back to cleaning; a published round stays published, and what changes becomes an erratum. */
export const stateAfterReopening = (state: RoundState): RoundState =>
  state === 'frozen' || state === 'analysed' ? 'cleaning' : state;
