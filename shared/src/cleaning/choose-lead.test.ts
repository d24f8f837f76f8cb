import { describe, expect, it } from 'vitest';

import { chooseLead } from './choose-lead.js';
import { aForm, answersV10 } from './synthetic/a-form.js';

const full = answersV10({ comments: 'Synthetic comment.' });
const leads = (...forms: readonly ReturnType<typeof aForm>[]) => chooseLead(forms)?.responseId;

describe('the form that leads a hospital', () => {
  it('is the one sent with the link, even if less complete, by a junior and earlier', () => {
    const holder = aForm({ responseId: 'holder', heldToken: true, submittedAt: '2026-08-01T09:00:00Z' });
    const other = aForm({ responseId: 'other', answers: full, role: 'liaison_consultant' });
    expect(leads(other, holder)).toBe('holder');
  });

  it('then the most complete', () => {
    const complete = aForm({ responseId: 'complete', answers: full });
    const consultant = aForm({ responseId: 'consultant', role: 'liaison_consultant' });
    expect(leads(consultant, complete)).toBe('complete');
  });

  it('where complete means a share of what was asked: in-reach asks more and earns nothing by it', () => {
    const withInReach = aForm({ responseId: 'a', answers: answersV10({ inReach: 'yes', score: 50 }) });
    const without = aForm({ responseId: 'b', answers: full });
    expect(leads(withInReach, without)).toBe('b');
  });

  it.each(['liaison_consultant', 'liaison_lead'])('then the one by a %s', (role) => {
    const leading = aForm({ responseId: 'leading', role });
    const later = aForm({ responseId: 'later', role: 'iapt_lead', submittedAt: '2026-09-09T09:00:00Z' });
    expect(leads(later, leading)).toBe('leading');
  });

  it('then the latest', () => {
    const later = aForm({ responseId: 'later', submittedAt: '2026-09-09T09:00:00Z' });
    expect(leads(aForm({ responseId: 'earlier' }), later)).toBe('later');
  });

  it('is nobody where there is no form', () => {
    expect(leads()).toBeUndefined();
  });
});
