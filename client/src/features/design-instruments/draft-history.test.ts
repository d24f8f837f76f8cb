import { EXAMPLE_SURVEY } from '@liaison-atlas/shared/instrument/example-survey';
import { describe, expect, it } from 'vitest';

import { beginHistory, change, toUndo, undo } from './draft-history.js';

const titled = (en: string) => ({ ...EXAMPLE_SURVEY, title: { en } });

describe('undoing in the designer', () => {
  it('goes back change by change', () => {
    const begun = beginHistory(EXAMPLE_SURVEY);
    const done = change(change(begun, titled('A'), 'Deleted page a'), titled('B'), 'Deleted page b');
    expect(toUndo(done)).toBe('Deleted page b');
    expect(undo(done).content.title.en).toBe('A');
    expect(undo(undo(done)).content).toBe(EXAMPLE_SURVEY);
    expect(undo(begun)).toBe(begun);
    expect(toUndo(begun)).toBe('');
  });

  it('takes typing in one field as one change', () => {
    const typed = ['A', 'AB', 'ABC'].reduce(
      (history, en) => change(history, titled(en), 'Changed title…'),
      beginHistory(EXAMPLE_SURVEY),
    );
    expect(toUndo(typed)).toBe('Changed title');
    expect(undo(typed).content).toBe(EXAMPLE_SURVEY);
  });
});
