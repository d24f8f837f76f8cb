import { describe, expect, it } from 'vitest';

import { toComparedAnswers } from './to-compared-answers.js';

const answer = (variable: string, text: string) => ({ variable, question: `Question ${variable}`, text });

describe('forms beside each other', () => {
  it('marks what differs, and only that', () => {
    const compared = toComparedAnswers([
      { answers: [answer('a', 'Yes'), answer('b', 'No')] },
      { answers: [answer('a', 'Yes'), answer('b', 'Yes')] },
    ]);
    expect(compared.map(({ variable, texts, differs }) => [variable, texts, differs])).toEqual([
      ['a', ['Yes', 'Yes'], false],
      ['b', ['No', 'Yes'], true],
    ]);
  });

  it('of one form marks nothing, and of none shows nothing', () => {
    expect(toComparedAnswers([{ answers: [answer('a', 'Yes')] }]).some(({ differs }) => differs)).toBe(false);
    expect(toComparedAnswers([])).toEqual([]);
  });
});
