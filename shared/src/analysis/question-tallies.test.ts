import { expect, it } from 'vitest';

import type { HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { questionTallies } from './question-tallies.js';

const record = (odsCode: string, position: Position): HospitalRecord =>
  ({
    odsCode,
    forms: position === 'no_reply' ? 0 : 1,
    items: { 'tier:core': { position } },
  }) as unknown as HospitalRecord;
const QUESTION = {
  variable: 'tier',
  text: 'Which tier?',
  claims: [{ id: 'tier:core', variable: 'tier', code: 'core', label: 'Core' }],
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
