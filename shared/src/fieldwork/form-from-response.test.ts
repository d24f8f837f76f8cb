import { describe, expect, it } from 'vitest';

import type { Answers } from '../instrument/answer-value.js';
import { formFromResponse, type ResponseRecord } from './form-from-response.js';
import { NO_CONSENT } from './response.js';

const record: ResponseRecord = {
  responseId: '3f2b8c1e-9d47-4a6b-8e05-7c19d2a4f6b8',
  idempotencyKey: 'key-1',
  state: 'submitted',
  revision: 2,
  matchedOdsCode: '',
  invitedOdsCode: '',
  respondent: 'respondent-1',
  heldToken: true,
  isTest: false,
  submittedAt: '2026-04-30T09:00:00.000Z',
};
const answers: Answers = {
  hospital: { given: 'RTE03' },
  role: { given: 'liaison_lead' },
  perspective: { given: 'psychology' },
  population: { given: ['camhs'] },
  country: { given: 'wales' },
  consent_facts: { given: 'yes' },
  consent_score: { missing: 'not_asked' },
  consent_quote: { given: 'no' },
};

describe('the form that cleaning sees', () => {
  it('takes who answers, for whom and with which consent from the answers of version 1.1', () => {
    expect(formFromResponse(record, answers)).toEqual({
      responseId: record.responseId,
      idempotencyKey: 'key-1',
      state: 'submitted',
      revision: 2,
      odsCode: 'RTE03',
      siteTextRaw: '',
      alsoFor: [],
      perspective: 'psychology',
      respondent: 'respondent-1',
      role: 'liaison_lead',
      populations: ['camhs'],
      country: 'wales',
      heldToken: true,
      isTest: false,
      consent: { nameFacts: true, nameScore: false, quote: false },
      answers,
      submittedAt: record.submittedAt,
    });
  });

  it('speaks for the further hospitals that a trust-wide team chose, which are no answer of their own', () => {
    const form = formFromResponse(record, { ...answers, 'also-for': { given: ['RTE04'] } });
    expect(form.alsoFor).toEqual(['RTE04']);
    expect(form.answers).toEqual(answers);
  });

  it('reads a form of 2018 as a liaison view without consent, all else not known', () => {
    expect(
      formFromResponse(record, { hospital: { given: 'RTE03' }, iapt_inreach: { given: 'no' } }),
    ).toMatchObject({
      perspective: 'liaison',
      role: '',
      populations: [],
      country: '',
      consent: NO_CONSENT,
    });
  });

  it.each<[string, Answers, Partial<ResponseRecord>, string, string]>([
    ['as answered', answers, {}, 'RTE03', ''],
    ['as matched by a person', answers, { matchedOdsCode: 'RA301' }, 'RA301', ''],
    ['as answered, when the invitation was for another', answers, { invitedOdsCode: 'RA301' }, 'RTE03', ''],
    [
      'as invited, when left empty',
      { hospital: { missing: 'skipped' } },
      { invitedOdsCode: 'RA301' },
      'RA301',
      '',
    ],
    [
      'not known, when written by hand',
      { hospital: { given: 'other:Anytown' } },
      { invitedOdsCode: 'RA301' },
      '',
      'Anytown',
    ],
    [
      'as matched, when written by hand',
      { hospital: { given: 'other:Anytown' } },
      { matchedOdsCode: 'RA301' },
      'RA301',
      'Anytown',
    ],
    ['not known, when nobody said', {}, {}, '', ''],
  ])('is for the hospital %s', (_case, given, own, odsCode, siteTextRaw) => {
    expect(formFromResponse({ ...record, ...own }, given)).toMatchObject({ odsCode, siteTextRaw });
  });

  it.each<[string, Answers]>([
    ['skipped', { consent_facts: { missing: 'skipped' } }],
    ['not asked', { consent_facts: { missing: 'not_asked' } }],
    ['no', { consent_facts: { given: 'no' } }],
  ])('has no consent where the answer is %s', (_answer, given) => {
    expect(formFromResponse(record, given).consent).toEqual(NO_CONSENT);
  });

  it('keeps a role that was refused out', () => {
    expect(formFromResponse(record, { role: { missing: 'refused' } }).role).toBe('');
  });
});
