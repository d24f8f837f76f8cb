import { describe, expect, it } from 'vitest';

import type { Form } from '../fieldwork/response.js';
import { applyDecisions, applyInSteps } from './apply-decisions.js';
import { aForm } from './synthetic/a-form.js';

const OPTIONS = { roundKind: 'synthetic', frame: [], unitOfAnalysis: 'site' } as const;
const idOf = (at: number): string => `r${String(at).padStart(5, '0')}`;
const round = (length: number): Form[] =>
  Array.from({ length }, (_, at) => aForm({ responseId: idOf(at), odsCode: 'X1' }));

describe('a round that is worked out in steps', () => {
  it('is given back between hundreds of forms, so that others have their turn', () => {
    const few = [...applyInSteps(round(10), [], OPTIONS)].length;
    const many = [...applyInSteps(round(5000), [], OPTIONS)].length;
    expect(many - few).toBeGreaterThanOrEqual(10);
  });

  it('finds the latest revision wherever in the round the earlier one stands', () => {
    const corrected = aForm({ responseId: idOf(499), odsCode: 'X1', revision: 2 });
    for (const place of [0, 499, 500, 501, 999, 1000, 1200]) {
      const listed = round(1200).toSpliced(place, 0, corrected);
      const { forms } = applyDecisions(listed, [], OPTIONS);
      expect(forms.size).toBe(1200);
      expect(forms.get(corrected.responseId)).toBe(corrected);
    }
  });
});
