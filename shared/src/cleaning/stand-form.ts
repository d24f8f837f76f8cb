import type { Form } from '../fieldwork/response.js';
import type { FrameName } from '../frame/propose-match.js';
import { EXCLUSION_REASONS, type ExclusionReason, type FormDecision } from './analysis-dataset.js';
import type { CleaningMode } from './cleaning-settings.js';
import type { Decision } from './decision.js';
import { screenForm } from './screen-form.js';

/** What a form is screened against. */
export interface Screen {
  readonly mode: CleaningMode;
  readonly frame: readonly FrameName[];
  readonly frameCodes: ReadonlySet<string>;
}

/** Where a form stands before it is compared with others: decided already, or one of those that R4 to R8 compare. */
export type FormStanding = FormDecision | 'comparable';

/**
 * What the rules up to R3 and a person's decision make of one form. A withdrawal and a test are above everything; then comes the
 * person; then the rule. In a round that is reviewed, a rule that would leave a form out only proposes it. Nobody can
 * accept a form whose hospital is not matched to one of the frame: answers never alter the frame.
 * @param decided the decision in force about what becomes of the form; undefined = there is none.
 */
export function standForm(form: Form, decided: Decision | undefined, screen: Screen): FormStanding {
  const { responseId, odsCode } = form;
  const byRule = screenForm(form, screen.frame, screen.frameCodes);
  // A pilot's form never counts, whatever anybody decides.
  if (byRule?.outcome === 'withdrawn' || byRule?.reason === 'test') return byRule;
  if (decided?.kind === 'exclude' || decided?.kind === 'not_in_frame')
    return {
      responseId,
      outcome: 'excluded',
      rule: decided.rule,
      reason: decided.kind === 'exclude' ? exclusionReason(decided.reason) : 'not_in_frame',
      odsCode,
      note: decided.note,
      decisionId: decided.id,
    };
  if (decided?.kind === 'unmerge')
    return waiting(form, 'under_review', 'Taken out of its set; a person decides.', decided.id);
  if (byRule === undefined) return 'comparable';
  if (byRule.outcome !== 'excluded') return byRule;
  if (decided?.kind === 'accept' || decided?.kind === 'merge') {
    if (screen.frameCodes.has(odsCode)) return 'comparable';
    return waiting(
      form,
      odsCode === '' ? 'unmatched_hospital' : 'outside_frame',
      'Its hospital is not matched.',
    );
  }
  if (screen.mode === 'automatic') return byRule;
  return { ...waiting(form, 'awaiting_decision', byRule.note), rule: byRule.rule };
}

/** A form that waits for a person. */
export const waiting = (
  { responseId, odsCode }: Form,
  reason: Extract<
    FormDecision['reason'],
    'awaiting_decision' | 'under_review' | 'unmatched_hospital' | 'outside_frame'
  >,
  note: string,
  decisionId?: string,
): FormDecision => ({
  responseId,
  outcome: 'pending',
  rule: reason === 'unmatched_hospital' || reason === 'outside_frame' ? 'R3' : '',
  reason,
  odsCode,
  note,
  ...(decisionId !== undefined && { decisionId }),
});

const exclusionReason = (code: string): ExclusionReason =>
  EXCLUSION_REASONS.find((reason) => reason === code) ?? 'not_usable';
