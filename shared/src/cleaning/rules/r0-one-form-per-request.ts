import type { Form } from '../../fieldwork/response.js';
import type { FormDecision } from '../analysis-dataset.js';
import { byText } from '../by-text.js';
import { newestFirst } from '../choose-lead.js';

/** The latest revision of each response: a response listed twice is one form, so there is nothing to decide. */
export function latestRevisions(forms: readonly Form[]): readonly Form[] {
  const latest = new Map<string, Form>();
  for (const form of [...forms].sort((a, b) => b.revision - a.revision || newestFirst(a, b))) {
    if (!latest.has(form.responseId)) latest.set(form.responseId, form);
  }
  return [...latest.values()].sort((a, b) => byText(a.responseId, b.responseId));
}

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
  for (const form of [...received].sort(withdrawnThenOldestFirst)) {
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

const withdrawnThenOldestFirst = (a: Form, b: Form): number =>
  Number(b.state === 'withdrawn') - Number(a.state === 'withdrawn') ||
  byText(a.submittedAt, b.submittedAt) ||
  byText(a.responseId, b.responseId);
