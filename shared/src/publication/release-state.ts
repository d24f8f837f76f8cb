import type { RoundState } from '../fieldwork/round.js';
import type { ReleaseKind } from './release.js';

/**
 * What a release makes of the state of its round (domain D2, `frozen → published`): a final one publishes a frozen
 * round. A round that still takes answers or is being cleaned stays what it is, whatever is released of it.
 */
export const stateAfterRelease = (state: RoundState, kind: ReleaseKind): RoundState =>
  kind === 'final' && (state === 'frozen' || state === 'analysed') ? 'published' : state;
