import type { Form } from '../../fieldwork/response.js';
import type { FormDecision } from '../analysis-dataset.js';
import { byText } from '../by-text.js';
import { newestFirst } from '../choose-lead.js';

/** The latest revision of each response: a response listed twice is one form, so there is nothing to decide. */
export function latestRevisions(forms: readonly Form[]): readonly Form[] {
  const latest = new Map<string, Form>();
  for (const form of forms) {
    const known = latest.get(form.responseId);
    if (known === undefined || latestFirst(form, known) < 0) latest.set(form.responseId, form);
  }
  // Bare texts are put in the order of `byText` without a call for each two of them.
  return [...latest.keys()].sort().flatMap((id) => latest.get(id) ?? []);
}

const latestFirst = (a: Form, b: Form): number => b.revision - a.revision || newestFirst(a, b);

/**
 * R0 identity: of several submissions with one idempotency key, one is kept: the first to arrive, except that a
 * withdrawal among them holds for all. The others are repeats of one request by a browser or a network, not second
 * opinions. An empty key identifies nothing.
 */
export function oneFormPerRequest(received: readonly Form[]): {
  readonly kept: readonly Form[];
  readonly decisions: readonly FormDecision[];
} {
  const first = new Map<string, Form>();
  const kept: Form[] = [];
  const decisions: FormDecision[] = [];
  for (const form of withdrawnThenOldestFirst(received)) {
    const original = first.get(form.idempotencyKey);
    if (original === undefined) {
      if (form.idempotencyKey !== '') first.set(form.idempotencyKey, form);
      kept.push(form);
    } else {
      decisions.push({
        responseId: form.responseId,
        outcome: 'excluded',
        rule: 'R0',
        reason: 'repeated_request',
        odsCode: form.odsCode,
        note: `The same request as ${original.responseId}, sent again.`,
      });
    }
  }
  return { kept, decisions };
}

/** Each form is looked at once, for a text to be put in order by: a large round has a hundred thousand. */
const withdrawnThenOldestFirst = (forms: readonly Form[]): readonly Form[] =>
  forms
    .map((form) => ({
      form,
      // The character before all others ends the moment: one that is cut short comes first.
      place: `${form.state === 'withdrawn' ? 0 : 1}${form.submittedAt}\u0000${form.responseId}`,
    }))
    .sort((a, b) => byText(a.place, b.place))
    .map(({ form }) => form);
