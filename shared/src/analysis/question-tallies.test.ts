import { expect, it } from 'vitest';

import type { HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { questionTallies } from './question-tallies.js';

const ANSWERS = {
  yes: { given: 'core' },
  no: { given: 'core24' },
  dont_know: { missing: 'dont_know' },
  skipped: { missing: 'skipped' },
  not_asked: { missing: 'not_asked' },
  conflict: { missing: 'conflict' },
  no_reply: { missing: 'no_reply' },
} as const;
const record = (odsCode: string, position: Position): HospitalRecord =>
  ({
    odsCode,
    forms: position === 'no_reply' ? 0 : 1,
    items: {},
    closed: {
      tier: { position: ANSWERS[position], views: {} },
    },
  }) as unknown as HospitalRecord;
const QUESTION = {
  variable: 'tier',
  text: 'Which tier?',
  options: [{ id: 'tier:core', item: 'tier', counts: 'core', label: 'Core' }],
};

it('counts hospitals, with silence, conflict and "not asked" as not known', () => {
  const positions: Position[] = ['yes', 'yes', 'no', 'dont_know', 'conflict', 'not_asked', 'no_reply'];
  const hospitals = positions.map((position, at) => record(`H${at}`, position));
  expect(questionTallies({ hospitals }, [QUESTION], 10)).toEqual([
    {
      variable: 'tier',
      text: 'Which tier?',
      options: [{ id: 'tier:core', label: 'Core', yes: 2, no: 1, dontKnow: 1, notKnown: 6, frame: 10 }],
    },
  ]);
  expect(() => questionTallies({ hospitals }, [QUESTION], 3)).toThrow(RangeError);
});
