import type { Form } from '../../fieldwork/response.js';
import type { FormDecision } from '../analysis-dataset.js';

/** What R3 makes of a form that does not simply go on. */
export type ScopeVerdict =
  | { readonly outcome: 'excluded'; readonly reason: 'out_of_scope_population' | 'out_of_scope_country' }
  | {
      readonly outcome: 'pending';
      readonly reason: Extract<FormDecision['reason'], 'unmatched_hospital' | 'outside_frame'>;
    };

/**
 * R3 scope, asked before duplicates so that a child-only form never displaces an adult one (`000:159-164`).
 *
 * Out: teams that serve children and adolescents only; hospitals said to lie outside England. To a person: a
 * hospital in England (or a country nobody asked for) that is not matched, or not in the frame; answers never alter
 * the frame by themselves. `undefined` = in scope.
 */
export function outOfScope(form: Form, frameCodes: ReadonlySet<string>): ScopeVerdict | undefined {
  if (form.populations.length > 0 && form.populations.every((population) => population === 'camhs')) {
    return { outcome: 'excluded', reason: 'out_of_scope_population' };
  }
  if (form.country !== '' && form.country !== 'england') {
    return { outcome: 'excluded', reason: 'out_of_scope_country' };
  }
  if (form.odsCode === '') return { outcome: 'pending', reason: 'unmatched_hospital' };
  return frameCodes.has(form.odsCode) ? undefined : { outcome: 'pending', reason: 'outside_frame' };
}
