import { describe, expect, it } from 'vitest';

import { type DatedRound, latestFirst } from './latest-first.js';

const round = (id: string, dates: Partial<DatedRound> = {}): DatedRound => ({
  id,
  opensAt: null,
  closesAt: null,
  fieldwork: '',
  ...dates,
});
const ids = (rounds: readonly DatedRound[]) => latestFirst(rounds).map(({ id }) => id);

describe('latestFirst', () => {
  const report = round('zz-2017-18', { fieldwork: 'December 2017 to January 2018' });
  const practice = round('practice-2018', { closesAt: '2026-11-22T10:00:00.000Z' });
  const live = round('2027', { opensAt: '2027-01-10T00:00:00.000Z', closesAt: '2027-02-28T00:00:00.000Z' });

  it('goes by when answers are collected, not by id', () => {
    expect(ids([report, practice, live])).toEqual(['2027', 'practice-2018', 'zz-2017-18']);
    expect(ids([live, report, practice])).toEqual(['2027', 'practice-2018', 'zz-2017-18']);
  });

  it('goes by the opening where both dates are set, else by the closing, else by the last year in words', () => {
    const short = round('a', { opensAt: '2027-02-01T00:00:00.000Z', closesAt: '2027-02-02T00:00:00.000Z' });
    expect(ids([live, short])).toEqual(['a', '2027']);
    const inWords = round('b', { fieldwork: 'spring 2026, from a sample of 300' });
    expect(ids([inWords, practice])).toEqual(['practice-2018', 'b']);
  });

  it('puts a round without any date before all others: it is still being planned', () => {
    const planned = round('2020', { fieldwork: 'invented for demonstration' });
    expect(ids([live, planned, report])).toEqual(['2020', '2027', 'zz-2017-18']);
  });

  it('keeps one order among rounds of the same day', () => {
    const twin = { ...live, id: '2027-children' };
    expect(ids([live, twin])).toEqual(ids([twin, live]));
  });
});
