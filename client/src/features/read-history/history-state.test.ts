import { describe, expect, it } from 'vitest';

import { type HistoryState, parseHistoryState, toHistoryPath } from './history-state.js';

const read = (query: string) => parseHistoryState(new URLSearchParams(query));

describe('the address of a history', () => {
  it('comes back as it was written', () => {
    const state: HistoryState = {
      kind: 'hospital',
      id: 'RW603',
      round: 'demo-2026',
      group: 'sign-in',
      from: '2027-01-01',
      to: '2027-03-31',
      before: 120,
    };
    expect(read(toHistoryPath(state).split('?')[1] ?? '')).toEqual(state);
  });

  it('says nothing of what was not chosen', () => {
    expect(toHistoryPath({ kind: 'person', id: 'demo-coder', before: null })).toBe(
      '/manage/history?kind=person&id=demo-coder',
    );
  });

  it.each(['', 'kind=form', 'id=x', 'kind=nothing&id=x', 'kind=form&id= '])(
    '%j leads to no history',
    (query) => expect(read(query)).toBeNull(),
  );

  it('leaves out what it does not understand', () => {
    expect(read('kind=form&id=x&from=yesterday&to=2027-3-1&before=-1&group=A')).toEqual({
      kind: 'form',
      id: 'x',
      round: '',
      group: '',
      from: '',
      to: '',
      before: null,
    });
  });
});
