import { describe, expect, it } from 'vitest';

import type { Answers } from '../instrument/answer-value.js';
import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import type { AnsweringView } from './answering-view.js';
import { toCheckPage, toInformation, toQuestionPage, toReceiptPage } from './to-respond-page.js';

const context = {
  base: '/respond/t0ken',
  hospitals: [
    { odsCode: 'DEMO1', name: 'DEMO First Hospital' },
    { odsCode: 'DEMO2', name: 'DEMO Second Hospital' },
  ],
};

const view = (draft: Answers = {}, changes: Partial<AnsweringView> = {}): AnsweringView => ({
  round: {
    id: 'demo-2026',
    title: 'Demo round',
    kind: 'synthetic',
    frameId: 'f',
    closesAt: null,
    correctionsUntil: null,
  },
  hospital: { odsCode: 'DEMO2', name: 'DEMO Second Hospital' },
  instrument: INSTRUMENT_V1_1,
  draft,
  draftRevision: Object.keys(draft).length,
  receipt: null,
  sent: null,
  mayAnswer: true,
  withdrawn: false,
  ...changes,
});

const receipt = { reference: 'LA-0000-0000-000', submittedAt: '2026-03-01T10:00:00.000Z' };
const NO_IN_REACH: Answers = {
  iapt_inreach_mus: { given: 'no' },
  iapt_inreach_ltc: { missing: 'dont_know' },
};
const IN_REACH: Answers = { ...NO_IN_REACH, iapt_inreach_ltc: { given: 'yes' } };
const back = { returnToCheck: false };

describe('the question pages', () => {
  it('offer the hospital of the link until the respondent has saved one', () => {
    const fresh = toQuestionPage(view(), context, 'hospital', back);
    expect(fresh?.questions[0]?.values).toEqual(['DEMO2']);
    const saved = toQuestionPage(view({ hospital: { given: 'DEMO1' } }), context, 'hospital', back);
    expect(saved?.questions[0]?.values).toEqual(['DEMO1']);
  });

  it('show a hospital that is not listed in the text box', () => {
    const page = toQuestionPage(
      view({ hospital: { given: 'other:St Elsewhere' } }),
      context,
      'hospital',
      back,
    );
    expect(page?.questions[0]).toMatchObject({ values: ['other'], otherText: 'St Elsewhere' });
  });

  it.each([
    ["I don't know", { integration: { missing: 'dont_know' } }, ['dk']],
    ['a score of 0', { integration: { given: 0 } }, ['0']],
    ['nothing where it was left empty', { integration: { missing: 'skipped' } }, []],
    ['nothing where nobody was there yet', {}, []],
  ] as const)('show %s on the scale as it was left', (_case, answer, values) => {
    const page = toQuestionPage(view({ ...IN_REACH, ...answer }), context, 'integration', back);
    expect(page?.questions[0]?.values).toEqual(values);
  });

  it('exist only where routing asks their questions', () => {
    expect(toQuestionPage(view(NO_IN_REACH), context, 'integration', back)).toBeUndefined();
    expect(toQuestionPage(view(IN_REACH), context, 'integration', back)).toBeDefined();
    expect(toQuestionPage(view(), context, 'no_such_page', back)).toBeUndefined();
  });

  it('show a refused entry again as it was typed, with its problem at the control', () => {
    const problem = { code: 'OUT_OF_RANGE', field: 'integration', message: 'Too large.', mend: '' };
    const attempt = { raw: { integration: { given: ['150'] } }, problems: [problem] };
    const page = toQuestionPage(view({ ...IN_REACH, integration: { given: 7 } }), context, 'integration', {
      returnToCheck: false,
      attempt,
    });
    expect(page?.questions[0]).toMatchObject({ values: ['150'], problem });
    expect(page?.otherProblems).toEqual([]);
  });

  it('keep a problem that belongs to no question of the page', () => {
    const problem = { code: 'UNKNOWN_QUESTION', field: 'wards', message: 'Unknown.', mend: '' };
    const page = toQuestionPage(view(), context, 'role', {
      returnToCheck: false,
      attempt: { raw: {}, problems: [problem] },
    });
    expect(page?.otherProblems).toEqual([problem]);
  });

  it('count the pages that are shown, more of them once there is in-reach', () => {
    const without = toQuestionPage(view(NO_IN_REACH), context, 'comments', back)?.progress;
    const withInReach = toQuestionPage(view(IN_REACH), context, 'comments', back)?.progress;
    expect(withInReach?.of).toBe((without?.of ?? 0) + 3);
    expect(withInReach?.number).toBe((without?.number ?? 0) + 3);
  });

  it('lead back to the page before, to the information from the first, to the check page from a change', () => {
    expect(toQuestionPage(view(), context, 'hospital', back)?.backHref).toBe('/respond/t0ken/information');
    expect(toQuestionPage(view(), context, 'role', back)?.backHref).toBe('/respond/t0ken/hospital');
    expect(toQuestionPage(view(), context, 'role', { returnToCheck: true })?.backHref).toBe(
      '/respond/t0ken/check',
    );
  });
});

describe('the check page', () => {
  it('spells out every asked question, absences in words', () => {
    const draft: Answers = { ...IN_REACH, hospital: { given: 'DEMO2' }, integration: { given: 59 } };
    const rows = toCheckPage(view(draft), context, { idempotencyKey: 'k' }).rows;
    const answer = (variable: string) => rows.find((row) => row.variable === variable)?.answer;
    expect(answer('hospital')).toBe('DEMO Second Hospital');
    expect(answer('integration')).toBe('59 out of 100');
    expect(answer('iapt_inreach_mus')).toBe('No');
    expect(answer('role')).toBe('Not answered');
    expect(rows.every((row) => row.changeHref.startsWith('/respond/t0ken/'))).toBe(true);
  });

  it("says I don't know where that was the answer, and leaves out what is not asked", () => {
    const rows = toCheckPage(view(NO_IN_REACH), context, { idempotencyKey: 'k' }).rows;
    expect(rows.find((row) => row.variable === 'iapt_inreach_ltc')?.answer).toBe("I don't know");
    expect(rows.some((row) => row.variable === 'integration')).toBe(false);
  });

  it('asks for a reason only when something was sent before', () => {
    expect(toCheckPage(view(), context, { idempotencyKey: 'k' }).correction).toBeUndefined();
    const problem = { code: 'REQUIRED', field: 'reason', message: 'Say why.', mend: '' };
    const corrected = toCheckPage(view({}, { receipt }), context, {
      idempotencyKey: 'k',
      problems: [problem],
    });
    expect(corrected.correction).toEqual({ reason: '', problem });
    expect(corrected.otherProblems).toEqual([]);
  });
});

describe('the receipt', () => {
  it('names the hospital that was answered for, not the one that was invited', () => {
    const sent = { ...NO_IN_REACH, hospital: { given: 'other:A hospital elsewhere' } };
    expect(toReceiptPage(view({}, { receipt, sent }), context)?.hospitalName).toContain(
      'A hospital elsewhere',
    );
  });

  it('exists only once something was sent', () => {
    expect(toReceiptPage(view(), context)).toBeUndefined();
    expect(toReceiptPage(view({}, { receipt }), context)?.receipt).toEqual(receipt);
  });

  it('shows what was sent, not what was changed since, and says that the change was not sent', () => {
    const page = toReceiptPage(view(IN_REACH, { receipt, sent: NO_IN_REACH }), context);
    expect(page?.unsentChanges).toBe(true);
    expect(page?.rows.find((row) => row.variable === 'iapt_inreach_ltc')?.answer).toBe("I don't know");
    expect(toReceiptPage(view(IN_REACH, { receipt, sent: IN_REACH }), context)?.unsentChanges).toBe(false);
  });

  it('offers no correction once the time for it is over', () => {
    expect(toReceiptPage(view({}, { receipt, mayAnswer: false }), context)?.mayCorrect).toBe(false);
  });
});

describe('the information page', () => {
  it('says that a synthetic round is synthetic', () => {
    expect(toInformation(view(), context, '/x').synthetic).toBe(true);
    const live = view({}, { round: { ...view().round, kind: 'live' } });
    expect(toInformation(live, context, '/x').synthetic).toBe(false);
  });
});
