import { describe, expect, it } from 'vitest';

import type { Form } from '../fieldwork/response.js';
import type { ResolveOptions } from './apply-decisions.js';
import { resolveForms } from './resolve-forms.js';
import { aForm, answersV10 } from './synthetic/a-form.js';

const FRAME = ['H1', 'H2', 'H3'].map((odsCode) => ({
  odsCode,
  name: `Hospital ${odsCode}`,
  town: `Town ${odsCode}`,
}));
const resolve = (forms: readonly Form[], different: Partial<ResolveOptions> = {}) =>
  resolveForms(forms, { roundKind: 'live', frame: FRAME, unitOfAnalysis: 'site', ...different });
const hospital = (dataset: ReturnType<typeof resolve>, odsCode = 'H1') => {
  const record = dataset.hospitals.find((each) => each.odsCode === odsCode);
  if (record === undefined) throw new Error(`no record for ${odsCode}`);
  return record;
};
const fates = (dataset: ReturnType<typeof resolve>) =>
  Object.fromEntries(
    dataset.decisions.map(({ responseId, outcome, rule, reason }) => [
      responseId,
      [outcome, rule, reason].filter((text) => text !== '').join(' '),
    ]),
  );

describe('a round nobody answered', () => {
  it('has a record for each hospital of the frame, with no reply and never a "no"', () => {
    const dataset = resolve([]);
    expect(dataset.hospitals.map(({ odsCode }) => odsCode)).toEqual(['H1', 'H2', 'H3']);
    for (const record of dataset.hospitals) {
      expect(record.forms).toBe(0);
      expect(new Set(Object.values(record.items).map(({ position }) => position))).toEqual(
        new Set(['no_reply']),
      );
      expect(record.score).toEqual({ missing: 'no_lead' });
      expect(record.consent).toEqual({ nameFacts: false, nameScore: false, quote: false });
    }
    expect(dataset.ledger).toMatchObject({ received: 0, analysed: 0 });
  });
});

describe('what becomes of a form', () => {
  it.each<[string, Partial<Form>, string]>([
    ['an ordinary form', {}, 'accepted'],
    ['a form from before a release', { state: 'locked' }, 'accepted'],
    ['a draft', { state: 'draft' }, 'partial'],
    ['a form begun', { state: 'in_progress', isTest: true }, 'partial'],
    ['a test', { isTest: true }, 'excluded R1 test'],
    ['a blank form', { answers: { hospital: { given: 'H1' } } }, 'excluded R1 blank'],
    ['a withdrawn form, its content erased', { state: 'withdrawn', answers: {} }, 'withdrawn R2'],
    ['a child-only form', { populations: ['camhs'] }, 'excluded R3 out_of_scope_population'],
    ['a Scottish form', { country: 'scotland', odsCode: '' }, 'excluded R3 out_of_scope_country'],
    ['an unmatched form', { odsCode: '', siteTextRaw: 'Somewhere' }, 'pending R3 unmatched_hospital'],
    ['a form outside the frame', { odsCode: 'H9' }, 'pending R3 outside_frame'],
    ['a form that a person reviews', { state: 'under_review' }, 'pending under_review'],
    ['a form whose respondent was asked back', { state: 'queried' }, 'pending under_review'],
    ['a form that a person excluded', { state: 'excluded' }, 'excluded'],
  ])('%s: %j → %s', (_case, form, fate) => {
    expect(fates(resolve([aForm(form)]))).toEqual({ r1: fate });
  });

  it('names the hospital that an unmatched form may mean, and matches nothing', () => {
    const frame = [{ odsCode: 'H1', name: 'Royal Invented Hospital', town: 'Invented' }];
    const dataset = resolve([aForm({ odsCode: '', siteTextRaw: 'Royal Invented Hosptial' })], { frame });
    expect(dataset.decisions[0]?.note).toContain('Royal Invented Hospital (H1)');
    expect(dataset.decisions[0]?.odsCode).toBe('');
    expect(hospital(dataset).forms).toBe(0);
  });
});

describe('scope before duplicates', () => {
  it('a later child-only form with the link never displaces an adult one', () => {
    const dataset = resolve([
      aForm({ responseId: 'adult', respondent: 'p', answers: answersV10({ inReach: 'no' }) }),
      aForm({
        responseId: 'child',
        respondent: 'p',
        populations: ['camhs'],
        heldToken: true,
        submittedAt: '2026-09-30T09:00:00Z',
        answers: answersV10({ inReach: 'yes', score: 90 }),
      }),
    ]);
    expect(fates(dataset)).toEqual({ adult: 'accepted', child: 'excluded R3 out_of_scope_population' });
    expect(hospital(dataset).items['iapt_inreach']?.position).toBe('no');
  });
});

describe('several forms of one hospital', () => {
  it('by the same respondent: the latest replaces the earlier ones (R4)', () => {
    const dataset = resolve([
      aForm({ responseId: 'old', respondent: 'p', answers: answersV10({ inReach: 'yes', score: 10 }) }),
      aForm({ responseId: 'new', respondent: 'p', submittedAt: '2026-09-02T09:00:00Z' }),
    ]);
    expect(fates(dataset)).toEqual({ old: 'merged R4', new: 'accepted R4' });
    expect(dataset.disagreements).toEqual([]);
    expect(hospital(dataset)).toMatchObject({ forms: 2, otherScores: [], score: { missing: 'not_asked' } });
  });

  it('by colleagues who agree: one leads, the other is merged, both comments count (R5)', () => {
    const dataset = resolve([
      aForm({ responseId: 'a', heldToken: true, answers: answersV10({ comments: 'Synthetic comment a.' }) }),
      aForm({ responseId: 'b', answers: answersV10({ comments: 'Synthetic comment b.' }) }),
    ]);
    expect(fates(dataset)).toEqual({ a: 'accepted R5', b: 'merged R5' });
    expect(hospital(dataset)).toMatchObject({ forms: 2, leadResponseId: 'a' });
    expect(hospital(dataset).items['iapt_inreach']).toMatchObject({
      position: 'no',
      agreeing: 2,
      oneOfSeveral: false,
    });
    expect(dataset.commented).toBe(2);
  });

  it('one of whom does not know: what is known holds, even against the lead (R6)', () => {
    const dataset = resolve([
      aForm({ responseId: 'lead', heldToken: true, answers: answersV10({ inReach: 'dk' }) }),
      aForm({ responseId: 'knows', answers: answersV10({ inReach: 'yes', score: 70 }) }),
    ]);
    expect(fates(dataset)).toEqual({ lead: 'accepted R6', knows: 'merged R6' });
    expect(hospital(dataset).items['iapt_inreach']).toMatchObject({ position: 'yes', oneOfSeveral: true });
    expect(hospital(dataset)).toMatchObject({ score: { missing: 'not_asked' }, otherScores: [70] });
  });

  it('in conflict: the lead is accepted, the hospital is in conflict on the item and has answered', () => {
    const dataset = resolve([
      aForm({ responseId: 'a', heldToken: true, answers: answersV10({ inReach: 'yes', score: 80 }) }),
      aForm({ responseId: 'b', answers: answersV10({ inReach: 'no' }) }),
    ]);
    expect(fates(dataset)).toEqual({ a: 'accepted R6', b: 'merged R6' });
    expect(hospital(dataset).items['iapt_inreach']?.position).toBe('conflict');
    expect(dataset.disagreements).toMatchObject([{ variable: 'iapt_inreach', resolution: 'unresolved' }]);
    expect(dataset.ledger).toMatchObject({ pending: 0, analysed: 1 });
  });

  it('with different scores: the lead’s is used, the other shown beside it, never a mean', () => {
    const dataset = resolve([
      aForm({ responseId: 'a', heldToken: true, answers: answersV10({ inReach: 'yes', score: 80 }) }),
      aForm({ responseId: 'b', answers: answersV10({ inReach: 'yes', score: 20 }) }),
    ]);
    expect(hospital(dataset)).toMatchObject({ score: { given: 80 }, otherScores: [20] });
  });

  it('with the same comment: one comment', () => {
    const answers = answersV10({ comments: 'Synthetic comment.' });
    const dataset = resolve([aForm({ responseId: 'a', answers }), aForm({ responseId: 'b', answers })]);
    expect(dataset.commented).toBe(1);
  });
});

describe('several perspectives on one hospital', () => {
  const liaison = aForm({ responseId: 'liaison', answers: answersV10({ inReach: 'no' }) });
  const iapt = aForm({
    responseId: 'iapt',
    perspective: 'iapt',
    heldToken: true,
    answers: answersV10({ inReach: 'yes', score: 95 }),
  });

  it('are both accepted; the liaison team’s position holds and the difference is reported, not a conflict', () => {
    const dataset = resolve([iapt, liaison]);
    expect(fates(dataset)).toEqual({ iapt: 'accepted', liaison: 'accepted' });
    expect(hospital(dataset).items['iapt_inreach']?.position).toBe('no');
    expect(hospital(dataset).leadResponseId).toBe('liaison');
    expect(dataset.disagreements).toEqual([]);
    expect(dataset.perspectiveDifferences).toEqual([
      {
        odsCode: 'H1',
        variable: 'iapt_inreach',
        views: [
          { perspective: 'liaison', value: 'no' },
          { perspective: 'iapt', value: 'yes' },
        ],
      },
    ]);
  });

  it('where only IAPT answered: its position holds, but its score is nobody’s view of the liaison team', () => {
    const dataset = resolve([iapt]);
    expect(hospital(dataset).items['iapt_inreach']?.position).toBe('yes');
    expect(hospital(dataset)).toMatchObject({
      leadResponseId: 'iapt',
      score: { missing: 'no_lead' },
      otherScores: [95],
    });
  });
});

describe('one form for several hospitals (R7)', () => {
  it('gives each of them a record that points to the same response, and counts as one form and one comment', () => {
    const answers = answersV10({ inReach: 'yes', score: 40, comments: 'Synthetic comment.' });
    const dataset = resolve([aForm({ alsoFor: ['H3'], answers })]);
    expect(fates(dataset)).toEqual({ r1: 'accepted R7' });
    expect(dataset.ledger).toMatchObject({ received: 1, accepted: 1, analysed: 2 });
    for (const odsCode of ['H1', 'H3']) {
      expect(hospital(dataset, odsCode)).toMatchObject({
        leadResponseId: 'r1',
        clustered: true,
        score: { given: 40 },
      });
    }
    expect(hospital(dataset, 'H2').forms).toBe(0);
    expect(dataset.commented).toBe(1);
  });

  it('stands at one hospital where it is replaced or led at the other', () => {
    const dataset = resolve([
      aForm({ responseId: 'trust', alsoFor: ['H2'] }),
      aForm({ responseId: 'own', odsCode: 'H1', heldToken: true }),
    ]);
    expect(fates(dataset)).toEqual({ trust: 'accepted R7', own: 'accepted R5' });
    expect(hospital(dataset, 'H1').leadResponseId).toBe('own');
    expect(hospital(dataset, 'H2').leadResponseId).toBe('trust');
  });
});

describe('several liaison services in one hospital (R8)', () => {
  const forms = [
    aForm({
      responseId: 'adult',
      populations: ['adult'],
      answers: answersV10({ inReach: 'yes', score: 60 }),
    }),
    aForm({ responseId: 'older', populations: ['older'], answers: answersV10({ inReach: 'no' }) }),
  ];

  it('are duplicates where hospitals are counted', () => {
    expect(fates(resolve(forms))).toEqual({ adult: 'merged R6', older: 'accepted R6' });
  });

  it('are both accepted where services are counted; the hospital they share is still in conflict', () => {
    const dataset = resolve(forms, { unitOfAnalysis: 'service' });
    expect(fates(dataset)).toEqual({ adult: 'accepted R8', older: 'accepted R8' });
    expect(dataset.disagreements).toEqual([]);
    expect(hospital(dataset).items['iapt_inreach']?.position).toBe('conflict');
  });
});
