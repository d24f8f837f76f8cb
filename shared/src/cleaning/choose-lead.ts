import { canonicalJson } from '../kernel/canonical-json.js';
import type { Form } from '../fieldwork/response.js';
import { byText } from './by-text.js';
import { completeness } from './content-answers.js';

/** Role codes of the questionnaire whose holders lead the liaison team. */
const LEADING_ROLES = ['liaison_consultant', 'liaison_lead'];

/**
 * Newest first by when it was submitted, then by revision. Equal on both: by the response's id and then by content,
 * which means nothing but keeps the result independent of the order in which forms arrive.
 */
export const newestFirst = (a: Form, b: Form): number =>
  byText(b.submittedAt, a.submittedAt) ||
  b.revision - a.revision ||
  byText(a.responseId, b.responseId) ||
  byText(canonicalJson(a), canonicalJson(b));

/** A form with what its claim to lead rests on, worked out once. */
interface Candidate {
  readonly form: Form;
  readonly completeness: number;
}

const leadFirst = (a: Candidate, b: Candidate): number =>
  Number(b.form.heldToken) - Number(a.form.heldToken) ||
  b.completeness - a.completeness ||
  Number(LEADING_ROLES.includes(b.form.role)) - Number(LEADING_ROLES.includes(a.form.role)) ||
  newestFirst(a.form, b.form);

/**
 * The form that speaks for a set (rule R5): the one sent with the hospital's own link, then the most complete, then
 * a liaison consultant's or team lead's, then the latest. `undefined` only for an empty set.
 */
export function chooseLead(forms: readonly Form[]): Form | undefined {
  let lead: Candidate | undefined;
  for (const form of forms) {
    const candidate = { form, completeness: completeness(form) };
    if (lead === undefined || leadFirst(candidate, lead) < 0) lead = candidate;
  }
  return lead?.form;
}
