import { describe, expect, it } from 'vitest';

import { toFlow } from './to-flow.js';

describe('the flow of forms', () => {
  it('sums at every step: what goes on is what came in minus what left', () => {
    const boxes = toFlow({
      received: 80,
      accepted: 70,
      merged: 3,
      excluded: 3,
      withdrawn: 1,
      pending: 3,
      analysed: 70,
    });
    let left = 0;
    for (const { id, count, side } of boxes) {
      if (id === 'received') left = count;
      else if (side) left -= count;
      else if (id !== 'analysed') expect(count, id).toBe(left);
    }
    expect(boxes.find(({ id }) => id === 'accepted')?.count).toBe(left);
  });
});
