import { findComparability } from '../instrument/comparability.js';
import type { Instrument } from '../instrument/instrument.js';
import type { ChangeVerdict } from './change-between-rounds.js';

/**
 * Whether two rounds may be compared on an item: `same` within one version; between two versions what was judged of
 * its variable, in whichever order the versions stand; `no_verdict` between two series, or where nobody judged.
 *
 * An item of a question with several choices (`settings.ward`) follows its question.
 */
export function changeVerdict(
  item: string,
  from: Pick<Instrument, 'key' | 'version' | 'comparability'>,
  to: Pick<Instrument, 'key' | 'version' | 'comparability'>,
): ChangeVerdict {
  if (from.key !== to.key) return 'no_verdict';
  if (from.version === to.version) return 'same';
  const [variable = item] = item.split('.');
  const own = [...(from.comparability ?? []), ...(to.comparability ?? [])].find(
    (one) =>
      one.variable === variable &&
      ((one.fromVersion === from.version && one.toVersion === to.version) ||
        (one.fromVersion === to.version && one.toVersion === from.version)),
  );
  const found =
    own ??
    findComparability(variable, from.version, to.version) ??
    findComparability(variable, to.version, from.version);
  return found?.verdict ?? 'no_verdict';
}
