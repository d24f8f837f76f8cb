import type { FreezeDocument } from '../../cleaning/freeze-document.js';

/** What stands behind the forms in the text of a freeze: under what it was made, and how many forms it counts. */
export type FreezeFoot = Pick<
  FreezeDocument,
  'frameId' | 'lastDecision' | 'ledger' | 'settings' | 'unitOfAnalysis'
>;

/** Characters that hold the foot of any freeze, however many checks are chosen. */
export const FOOT_LENGTH = 16 * 1024;

const BEGINS = '"frameId":';

/**
 * Reads the foot of a freeze from the end of its text alone: the whole of it is 15 MB with 100,000 forms.
 * @param end the last characters of the canonical JSON of a `FreezeDocument`: members in order of their names
 * @throws RangeError when it is not the end of a freeze
 */
export function freezeFoot(end: string): FreezeFoot {
  const at = end.lastIndexOf(BEGINS);
  if (at < 0) throw new RangeError('the text is no end of a freeze document');
  return JSON.parse(`{${end.slice(at)}`) as FreezeFoot;
}
