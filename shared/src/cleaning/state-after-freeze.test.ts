import { describe, expect, it } from 'vitest';

import { stateAfterFreeze, stateAfterReopening } from './state-after-freeze.js';

describe('the state of a round', () => {
  it('is frozen by a freeze while it is being cleaned; a round that takes answers stays open', () => {
    expect([stateAfterFreeze('cleaning'), stateAfterFreeze('open')]).toEqual(['frozen', 'open']);
  });

  it('goes back to cleaning when it is opened again, unless it was published', () => {
    expect([stateAfterReopening('frozen'), stateAfterReopening('published')]).toEqual([
      'cleaning',
      'published',
    ]);
  });
});
