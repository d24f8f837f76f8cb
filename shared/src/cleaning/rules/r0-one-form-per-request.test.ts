import { describe, expect, it } from 'vitest';

import { aForm } from '../synthetic/a-form.js';
import { latestRevisions, oneFormPerRequest } from './r0-one-form-per-request.js';

describe('R0: one form per request', () => {
  it('takes a response listed twice for one form, in its latest revision', () => {
    const first = aForm({ revision: 1 });
    const corrected = aForm({ revision: 2 });
    expect(latestRevisions([corrected, first])).toEqual([corrected]);
  });

  it('keeps the first of two submissions with one idempotency key', () => {
    const first = aForm({ responseId: 'b', idempotencyKey: 'k' });
    const again = aForm({ responseId: 'a', idempotencyKey: 'k', submittedAt: '2026-09-01T09:00:01Z' });
    const { kept, decisions } = oneFormPerRequest([again, first]);
    expect(kept).toEqual([first]);
    expect(decisions).toMatchObject([
      { responseId: 'a', outcome: 'excluded', rule: 'R0', reason: 'repeated_request' },
    ]);
  });

  it('does not bring withdrawn content back through a repeated request', () => {
    const live = aForm({ responseId: 'a', idempotencyKey: 'k' });
    const withdrawn = aForm({ responseId: 'b', idempotencyKey: 'k', state: 'withdrawn' });
    expect(oneFormPerRequest([live, withdrawn]).kept).toEqual([withdrawn]);
  });

  it('takes forms without a key for different requests', () => {
    const forms = [
      aForm({ responseId: 'a', idempotencyKey: '' }),
      aForm({ responseId: 'b', idempotencyKey: '' }),
    ];
    expect(oneFormPerRequest(forms).kept).toHaveLength(2);
  });
});
