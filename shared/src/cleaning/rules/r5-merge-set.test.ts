import { describe, expect, it } from 'vitest';

import type { Form } from '../../fieldwork/response.js';
import { aForm } from '../synthetic/a-form.js';
import { mergeSet } from './r5-merge-set.js';
import type { DuplicateSet } from './r8-duplicate-set.js';

const first = aForm({ responseId: 'a', respondent: 'p', submittedAt: '2026-09-01T09:00:00Z' });
const second = aForm({ responseId: 'b', respondent: 'q', submittedAt: '2026-09-02T09:00:00Z' });
const setOf = (...forms: readonly Form[]): DuplicateSet => ({
  odsCode: first.odsCode,
  perspective: first.perspective,
  service: '',
  placements: forms.map((form) => ({ odsCode: first.odsCode, form, clustered: false })),
});

describe('a set that is resolved again', () => {
  it('is the very same as long as its forms are', () => {
    expect(mergeSet(setOf(first, second))).toBe(mergeSet(setOf(first, second)));
  });

  it('takes in a form that came, that was corrected, and that went', () => {
    expect(mergeSet(setOf(first)).standing).toHaveLength(1);
    expect(mergeSet(setOf(first, second)).standing).toHaveLength(2);
    const corrected = { ...second, respondent: 'p', revision: 2 };
    expect(mergeSet(setOf(first, corrected)).replacedBy.get('a')).toBe('b');
    expect(mergeSet(setOf(first)).standing).toEqual([first]);
  });

  it('is another one for another hospital or service, and where its form speaks for several', () => {
    const known = mergeSet(setOf(first));
    expect(mergeSet({ ...setOf(first), odsCode: 'ZZZ99' }).odsCode).toBe('ZZZ99');
    expect(mergeSet({ ...setOf(first), service: 'adult' }).service).toBe('adult');
    const clustered = {
      ...setOf(first),
      placements: [{ odsCode: known.odsCode, form: first, clustered: true }],
    };
    expect(mergeSet(clustered).placements[0]?.clustered).toBe(true);
  });

  it('is resolved as a person decided, whatever the rules made of it before', () => {
    const { lead } = mergeSet(setOf(first, second));
    const other = lead.responseId === 'a' ? 'b' : 'a';
    const decided = { leads: new Set([other]), resolutions: [] };
    expect(mergeSet(setOf(first, second), decided).lead.responseId).toBe(other);
    expect(mergeSet(setOf(first, second)).lead).toBe(lead);
  });
});
