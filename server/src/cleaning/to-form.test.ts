import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';

import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { describe, expect, it } from 'vitest';

import { type ReadResponse, toForm } from './to-form.js';

const begun: ReadResponse = {
  id: '3f2b8c1e-9d47-4a6b-8e05-7c19d2a4f6b8',
  revision: 0,
  state: 'in_progress',
  odsCode: 'H1',
  idempotencyKey: '',
  respondent: 'person-1',
  invitationId: 'invitation-1',
  mode: 'web_token',
  submittedAt: null,
  isTest: 0,
};
const sent: ReadResponse = {
  ...begun,
  revision: 1,
  state: 'submitted',
  submittedAt: '2026-09-01T09:00:00.000Z',
};

describe('a stored form as cleaning sees it', () => {
  it('is of one shape with every other, so that the rules can go over a hundred thousand of them', () => {
    setFlagsFromString('--allow-natives-syntax');
    const haveOneShape = runInThisContext('(a, b) => %HaveSameMap(a, b)') as (
      a: object,
      b: object,
    ) => boolean;
    const answers = { hospital: { given: 'H1' }, consent_facts: { given: 'yes' } } as const;
    const forms = Array.from({ length: 400 }, (_, at) =>
      at % 2 === 0
        ? toForm({ ...sent, id: `form-${at}` }, 1, { at: '2026-09-01T09:00:00.000Z', answers })
        : toForm({ ...begun, id: `form-${at}` }, 0, undefined),
    );
    const [first] = forms as [Form];
    expect(forms.filter((form) => !haveOneShape(form, first))).toEqual([]);
    expect(forms.filter(({ consent }) => !haveOneShape(consent, first.consent))).toEqual([]);
    // The question can be answered with no.
    expect(haveOneShape({ ...first, more: 1 }, first)).toBe(false);
  });
});
