import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { YesNoAnswer } from './derive-mus-ltc.js';
import { itemPosition } from './item-position.js';

const of = (...answers: readonly YesNoAnswer[]) =>
  itemPosition(answers.map((answer, index) => ({ responseId: `r${index}`, answer })));

describe('the position of a hospital on a yes / no item', () => {
  it('is what all say, with how many say it', () => {
    expect(of('no', 'no')).toEqual({
      position: 'no',
      agreeing: 2,
      asked: 2,
      oneOfSeveral: false,
      responseIds: ['r0', 'r1'],
    });
  });

  it('is what the one who knows says, marked as one of several', () => {
    expect(of('dont_know', 'yes', 'dont_know')).toEqual({
      position: 'yes',
      agreeing: 1,
      asked: 3,
      oneOfSeveral: true,
      responseIds: ['r1'],
    });
  });

  it('is a conflict when yes stands against no, and never the majority', () => {
    expect(of('yes', 'no', 'yes', 'dont_know')).toEqual({
      position: 'conflict',
      agreeing: 0,
      asked: 4,
      oneOfSeveral: false,
      responseIds: ['r0', 'r1', 'r2'],
    });
  });

  it.each<[readonly YesNoAnswer[], string]>([
    [[], 'no_reply'],
    [['not_asked'], 'not_asked'],
    [['skipped', 'not_asked'], 'skipped'],
    [['dont_know', 'skipped'], 'dont_know'],
    [['skipped', 'no'], 'no'],
  ])('keeps the absences apart: %j is %s', (answers, position) => {
    expect(of(...answers).position).toBe(position);
  });

  it('does not count those who were not asked', () => {
    expect(of('yes', 'not_asked', 'skipped').asked).toBe(2);
  });

  it('does not depend on the order of the forms', () => {
    const answer = fc.constantFrom<YesNoAnswer>('yes', 'no', 'dont_know', 'skipped', 'not_asked');
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
        const forms = answers.map((each, index) => ({ responseId: `r${index}`, answer: each }));
        expect(itemPosition([...forms].reverse())).toEqual(itemPosition(forms));
      }),
    );
  });
});
