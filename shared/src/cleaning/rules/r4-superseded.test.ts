import { describe, expect, it } from 'vitest';

import { aForm } from '../synthetic/a-form.js';
import { splitSuperseded } from './r4-superseded.js';

describe('R4: the same respondent again', () => {
  it('lets the latest form stand and names it as the successor of the earlier ones', () => {
    const forms = ['2026-09-01', '2026-09-03', '2026-09-02'].map((day, index) =>
      aForm({ responseId: `r${index}`, respondent: 'p', submittedAt: `${day}T09:00:00Z` }),
    );
    const { standing, superseded } = splitSuperseded(forms);
    expect(standing.map(({ responseId }) => responseId)).toEqual(['r1']);
    expect(superseded.map(({ form, by }) => [form.responseId, by])).toEqual([
      ['r2', 'r1'],
      ['r0', 'r1'],
    ]);
  });

  it('never takes two unknown respondents for one', () => {
    const forms = [aForm({ responseId: 'a', respondent: '' }), aForm({ responseId: 'b', respondent: '' })];
    expect(splitSuperseded(forms).standing).toHaveLength(2);
  });
});
