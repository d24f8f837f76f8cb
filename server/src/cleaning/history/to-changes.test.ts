import { describe, expect, it } from 'vitest';

import { toActor } from './to-actor.js';
import { toChanges, toFacts } from './to-changes.js';

describe('what an event changed', () => {
  it('is each fact that is different, with nothing where there was none', () => {
    expect(
      toChanges({ state: 'submitted', revision: 1, why: null }, { state: 'excluded', revision: 1, why: 'x' }),
    ).toEqual([
      { name: 'state', before: 'submitted', after: 'excluded' },
      { name: 'why', before: null, after: 'x' },
    ]);
  });

  it('is all of a thing that is new or gone, and nothing when nothing is said', () => {
    expect(toChanges(null, { role: 'coder' })).toEqual([{ name: 'role', before: null, after: 'coder' }]);
    expect(toChanges({ role: 'coder' }, null)).toEqual([{ name: 'role', before: 'coder', after: null }]);
    expect(toChanges(null, null)).toEqual([]);
  });

  it('tells 0 and false from nothing', () => {
    expect(toChanges({ count: null }, { count: 0 })).toEqual([{ name: 'count', before: null, after: '0' }]);
    expect(toFacts({ count: 0, on: false, none: null })).toEqual([
      { name: 'count', value: '0' },
      { name: 'on', value: 'false' },
      { name: 'none', value: '' },
    ]);
  });
});

describe('who did it', () => {
  const names = new Map([['p1', 'Ada Example']]);
  it.each([
    ['p1', 'person', 'Ada Example'],
    ['p2', 'erased', ''],
    ['invitation:p1', 'team', ''],
    ['demo-survey_lead', 'person', 'Demo survey lead'],
    ['public', 'public', ''],
    ['system', 'product', ''],
    ['operator', 'operator', ''],
  ])('%s is %s %s', (id, kind, name) => expect(toActor(id, names)).toEqual({ kind, name }));
});
