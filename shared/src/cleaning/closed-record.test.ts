import { expect, it } from 'vitest';

import { questionsOf } from '../instrument/instrument.js';
import { getInstrument } from '../instrument/registry.js';
import { closedItems } from './closed-items.js';
import { closedRecords } from './closed-record.js';
import type { Decision } from './decision.js';
import { mergeSet } from './rules/r5-merge-set.js';
import { aForm, answersV10 } from './synthetic/a-form.js';

const ITEMS = closedItems(questionsOf(getInstrument('1.0')));
const forms = (['yes', 'no'] as const).map((inReach, at) =>
  aForm({ responseId: `r${at}`, answers: answersV10({ treats: 'yes', inReach }) }),
);
const SET = {
  odsCode: 'H1',
  perspective: 'liaison',
  service: '',
  placements: forms.map((form) => ({ odsCode: 'H1', form, clustered: false })),
} as const;
const answered: Decision = {
  id: 'd1',
  number: 1,
  kind: 'resolve',
  responseId: '',
  odsCode: 'H1',
  perspective: 'liaison',
  variable: 'iapt_inreach',
  basis: ['r0:1', 'r1:1'],
  rule: 'R6',
  reason: '',
  note: '',
  value: 'no',
  by: 'c',
  at: '2026-09-02T09:00:00Z',
  needsSecond: false,
  targetId: '',
};

it('is in conflict while forms say yes and no, and says what the hospital answered once it was asked', () => {
  const inReachOf = (resolutions: readonly Decision[]) =>
    closedRecords(ITEMS, [mergeSet(SET, { leads: new Set(), resolutions })])['iapt_inreach'];
  expect(inReachOf([])?.position).toEqual({ missing: 'conflict' });
  const settled = inReachOf([answered]);
  expect(settled?.position).toEqual({ given: 'no' });
  expect(settled?.views.liaison).toEqual({ position: { given: 'no' }, answers: 2, differing: true });
});
