import type { Form } from '../../fieldwork/response.js';
import { newestFirst } from '../choose-lead.js';

/**
 * R4 same respondent, same hospital, same perspective: the latest form stands, the earlier ones are merged into it.
 * A respondent who is not known ('') is never taken for the same person as another.
 */
export function splitSuperseded(set: readonly Form[]): {
  readonly standing: readonly Form[];
  /** Earlier forms, each with the id of the form that replaced it. */
  readonly superseded: readonly { readonly form: Form; readonly by: string }[];
} {
  const latest = new Map<string, string>();
  const standing: Form[] = [];
  const superseded: { form: Form; by: string }[] = [];
  for (const form of [...set].sort(newestFirst)) {
    const by = latest.get(form.respondent);
    if (by === undefined) {
      if (form.respondent !== '') latest.set(form.respondent, form.responseId);
      standing.push(form);
    } else superseded.push({ form, by });
  }
  return { standing, superseded };
}
