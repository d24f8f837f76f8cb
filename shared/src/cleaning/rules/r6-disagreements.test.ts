import { describe, expect, it } from 'vitest';

import { aForm, answersV10 } from '../synthetic/a-form.js';
import { findDisagreements } from './r6-disagreements.js';

const said = (...answers: readonly Parameters<typeof answersV10>[0][]) =>
  findDisagreements(
    'H1',
    answers.map((each, index) => aForm({ responseId: `r${index}`, answers: answersV10(each) })),
  );

describe('R6: disagreement between colleagues', () => {
  it('is kept item by item with what each form says', () => {
    expect(said({ treats: 'yes', inReach: 'no' }, { treats: 'no', inReach: 'no' })).toEqual([
      {
        odsCode: 'H1',
        perspective: 'liaison',
        variable: 'iapt_treats_mus_ltc',
        values: [
          { responseId: 'r0', value: 'yes' },
          { responseId: 'r1', value: 'no' },
        ],
        resolution: 'unresolved',
      },
    ]);
  });

  it('is settled by rule when one of them does not know', () => {
    expect(said({ treats: 'yes' }, { treats: 'dk' })).toMatchObject([{ resolution: 'rule' }]);
  });

  it('about a score shows both and uses the lead’s', () => {
    const found = said({ inReach: 'yes', score: 80 }, { inReach: 'yes', score: 20 });
    expect(found).toMatchObject([{ variable: 'integration', resolution: 'lead' }]);
    expect(found[0]?.values.map(({ value }) => value)).toEqual(['80', '20']);
  });

  it('is not there where a question was skipped, not asked, or only comments differ', () => {
    expect(said({ inReach: 'yes', score: 0 }, { inReach: 'yes', comments: 'Synthetic comment.' })).toEqual(
      [],
    );
  });

  it('takes a score of 0 for a score', () => {
    expect(said({ inReach: 'yes', score: 0 }, { inReach: 'yes', score: 1 })).toHaveLength(1);
  });
});
