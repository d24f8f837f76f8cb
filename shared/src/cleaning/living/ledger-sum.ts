import { EXCLUSION_REASONS, type ExclusionReason, type FormsLedger } from '../analysis-dataset.js';

/** A round without forms. */
export const EMPTY_LEDGER: FormsLedger = {
  received: 0,
  accepted: 0,
  merged: 0,
  excluded: 0,
  withdrawn: 0,
  pending: 0,
  partial: 0,
  analysed: 0,
  excludedByReason: {},
};

/**
 * A ledger with another one added (1) or taken away (-1); a reason that nothing is left of has no entry. Hospitals
 * (`analysed`) cannot be added up and stay as they are.
 */
export function addLedger(sum: FormsLedger, part: FormsLedger, sign: 1 | -1): FormsLedger {
  const excludedByReason: Partial<Record<ExclusionReason, number>> = {};
  for (const reason of EXCLUSION_REASONS) {
    const count = (sum.excludedByReason[reason] ?? 0) + sign * (part.excludedByReason[reason] ?? 0);
    if (count !== 0) excludedByReason[reason] = count;
  }
  return {
    received: sum.received + sign * part.received,
    accepted: sum.accepted + sign * part.accepted,
    merged: sum.merged + sign * part.merged,
    excluded: sum.excluded + sign * part.excluded,
    withdrawn: sum.withdrawn + sign * part.withdrawn,
    pending: sum.pending + sign * part.pending,
    partial: sum.partial + sign * part.partial,
    analysed: sum.analysed,
    excludedByReason,
  };
}
