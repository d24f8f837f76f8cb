import { describe, expect, it } from 'vitest';

import { indicatorResult } from '../analysis/indicator.js';
import type { AnsweringView } from '../fieldwork/answering-view.js';
import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import type { ReleaseDocument } from './release.js';
import { toComparePage } from './to-compare-page.js';

const RECEIPT = { reference: 'LA-0000-0000-000', submittedAt: '2026-03-01T10:00:00.000Z' };
const CONTEXT = { base: '/respond/t', hospitals: [{ odsCode: 'H1', name: 'East Hospital' }] };
const REPLIES = { region: 'North', answered: 3, hospitals: 20 };

const view = (changes: Partial<AnsweringView> = {}): AnsweringView => ({
  round: { id: 'r', title: 'Round', kind: 'live', frameId: 'f', closesAt: null, correctionsUntil: null },
  hospital: { odsCode: 'H1', name: 'East Hospital' },
  instrument: INSTRUMENT_V1_1,
  draft: { hospital: { given: 'H1' } },
  draftRevision: 1,
  receipt: RECEIPT,
  sent: { hospital: { given: 'H1' } },
  mayAnswer: true,
  withdrawn: false,
  ...changes,
});
const released = (version: string, key = INSTRUMENT_V1_1.key) => ({
  round: { id: '2017-18', title: 'Survey of 2017-18', kind: 'published_facts' as const, fieldwork: '' },
  instrument: { key, version, contentHash: '' },
  hospitals: [
    { odsCode: 'H1', label: 'IAPT treats MUS/LTC, no in-reach reported' },
  ] as unknown as ReleaseDocument['hospitals'],
  indicators: [indicatorResult('iapt-in-reach', { yes: 3, no: 62, dontKnow: 9, notKnown: 105, frame: 179 })],
});

describe('how a hospital compares', () => {
  it('is shown once the form was sent, with its standing then and England with its bounds', () => {
    expect(toComparePage(view({ receipt: null }), CONTEXT, null, REPLIES)).toBeUndefined();
    const page = toComparePage(view(), CONTEXT, released('1.1'), REPLIES);
    expect(page).toMatchObject({
      kind: 'compare',
      hospitalName: 'East Hospital',
      why: '',
      replies: '3 of 20 hospitals in North have answered so far.',
      last: { own: 'IAPT treats MUS/LTC, no in-reach reported', href: '/rounds/2017-18' },
    });
    expect(page?.last?.figures).toEqual([
      {
        title: 'IAPT in-reach into the hospital for MUS/LTC',
        words:
          'Yes: 4% of those who answered. Over all 179 hospitals of England it was between 2% and 65%, because 105 were not known.',
        note: '',
      },
    ]);
  });

  it('says what has changed in the wording since an earlier version', () => {
    const figure = toComparePage(view(), CONTEXT, released('1.0'), null)?.last?.figures[0];
    expect(figure?.note).toContain('The wording has changed since.');
  });

  it('leaves a figure out of which no verdict says that it may be compared', () => {
    const page = toComparePage(view(), CONTEXT, released('0.9'), null);
    expect(page?.last?.figures).toEqual([]);
    expect(page?.why).toContain('left out');
    expect(page?.replies).toBe('');
  });

  it('compares with no other questionnaire, and says when nothing has been released', () => {
    const other = toComparePage(view(), CONTEXT, released('1.1', 'liaison-services'), null);
    expect(other?.last).toBeUndefined();
    expect(other?.why).toContain('asked other questions');
    expect(toComparePage(view(), CONTEXT, null, null)?.why).toContain('No earlier round');
  });

  it('says of a hospital that was not listed then just that', () => {
    const sent = { hospital: { given: 'H9' } };
    expect(toComparePage(view({ sent }), CONTEXT, released('1.1'), null)?.last?.own).toContain(
      'not on the list',
    );
  });
});
