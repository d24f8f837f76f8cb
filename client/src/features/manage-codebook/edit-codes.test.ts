import { describe, expect, it } from 'vitest';

import { addCode, possibleParents, takeOut } from './edit-codes.js';

describe('editing codes', () => {
  const [one, two, three] = addCode(addCode(addCode([], ''), 'new-1'), 'new-2');
  const codes = [one!, two!, three!];

  it('gives each new code a key and an id of its own', () => {
    expect(codes.map(({ key }) => key)).toEqual(['C1', 'C2', 'C3']);
  });

  it('never offers a code a place under itself', () => {
    expect(possibleParents(codes, 'new-1')).toEqual([]);
    expect(possibleParents(codes, 'new-2').map(({ id }) => id)).toEqual(['new-1']);
  });

  it('moves up what stood under a code that is taken out', () => {
    expect(takeOut(codes, 'new-2').map(({ id, parentId }) => [id, parentId])).toEqual([
      ['new-1', ''],
      ['new-3', 'new-1'],
    ]);
  });
});
