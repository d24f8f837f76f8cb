import { describe, expect, it } from 'vitest';

import { ACTION_WORDS, actionWords, actorWords, factWords, GROUP_WORDS, valueWords } from './action-words.js';

describe('the words of the history', () => {
  it('name every group of acts, and no group without an act', () => {
    const groups = new Set(Object.keys(ACTION_WORDS).map((action) => action.split('.')[0]));
    expect(Object.keys(GROUP_WORDS).sort()).toEqual([...groups].sort());
  });

  it('show what has no words as it is stored', () => {
    expect(actionWords('response.submitted')).toBe('Form sent');
    expect(actionWords('thing.new')).toBe('thing.new');
    expect(actorWords('team', '')).toBe('The team, by its link');
    expect(actorWords('operator', '')).toBe('The operator, by a command on the server');
    expect(actorWords('person', 'Ada Example')).toBe('Ada Example');
  });

  it.each([
    ['draftRevision', 'draft revision'],
    ['sha256', 'sha256'],
    ['scope_kind', 'scope kind'],
  ])('read the fact %s as %s', (name, words) => expect(factWords(name)).toBe(words));

  it.each([
    ['under_review', 'under review'],
    ['submitted', 'submitted'],
    ['demo-2026', 'demo-2026'],
    ['Royal_Oldham', 'Royal_Oldham'],
    ['3', '3'],
  ])('read the value %s as %s', (value, words) => expect(valueWords(value)).toBe(words));
});
