import {
  EXCLUSION_REASONS,
  type ExclusionReason,
  type FormDecision,
  type FormsLedger,
} from './analysis-dataset.js';

/**
 * Where the forms went. received = accepted + merged + excluded + withdrawn + pending holds by construction:
 * every form that was submitted has exactly one decision. Forms never submitted are `partial`, outside `received`.
 */
export function countForms(decisions: readonly FormDecision[], analysed: number): FormsLedger {
  const counts = { accepted: 0, merged: 0, excluded: 0, withdrawn: 0, pending: 0, partial: 0 };
  const excludedByReason: Partial<Record<ExclusionReason, number>> = {};
  for (const { outcome, reason } of decisions) {
    counts[outcome] += 1;
    if (outcome === 'excluded' && isExclusionReason(reason)) {
      excludedByReason[reason] = (excludedByReason[reason] ?? 0) + 1;
    }
  }
  return {
    received: decisions.length - counts.partial,
    ...counts,
    analysed,
    excludedByReason,
  };
}

const isExclusionReason = (reason: FormDecision['reason']): reason is ExclusionReason =>
  (EXCLUSION_REASONS as readonly string[]).includes(reason);
