import { describe, expect, it } from 'vitest';

import { parseCleaningState, toCleaningParameters } from './cleaning-state.js';

describe('the address of the cleaning page', () => {
  it('says what is chosen, and comes back the same', () => {
    const state = {
      tab: 'queue',
      kind: 'duplicate_set',
      text: 'Oldham',
      page: 3,
      size: 100,
      task: 'duplicate_set:RW603:liaison',
    } as const;
    expect(parseCleaningState(toCleaningParameters(state))).toEqual(state);
  });

  it('leaves no trace of a default', () => {
    expect(toCleaningParameters(parseCleaningState(new URLSearchParams())).toString()).toBe('');
  });

  it('takes what it does not understand for not chosen', () => {
    expect(parseCleaningState(new URLSearchParams('tab=nothing&kind=what&page=-4'))).toEqual({
      tab: 'queue',
      kind: '',
      text: '',
      page: 1,
      size: 50,
      task: '',
    });
  });
});
