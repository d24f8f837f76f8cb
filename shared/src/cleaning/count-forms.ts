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
  const count = (outcome: FormDecision['outcome']): number =>
    decisions.filter((decision) => decision.outcome === outcome).length;
  const excludedByReason: Partial<Record<ExclusionReason, number>> = {};
  for (const { outcome, reason } of decisions) {
    if (outcome === 'excluded' && isExclusionReason(reason)) {
      excludedByReason[reason] = (excludedByReason[reason] ?? 0) + 1;
    }
  }
  const partial = count('partial');
  return {
    received: decisions.length - partial,
    accepted: count('accepted'),
    merged: count('merged'),
    excluded: count('excluded'),
    withdrawn: count('withdrawn'),
    pending: count('pending'),
    partial,
    analysed,
    excludedByReason,
  };
}

const isExclusionReason = (reason: FormDecision['reason']): reason is ExclusionReason =>
  (EXCLUSION_REASONS as readonly string[]).includes(reason);
