import { expect, it } from 'vitest';

import { exampleFrame } from '../../publication/example-frame.js';
import { composeImported2018 } from '../../publication/import-2018.js';
import { parseReaderMessage, parseReason } from './reader-messages.js';
import { answersFrom, releaseProposals } from './release-proposals.js';

const report = composeImported2018(exampleFrame(175), {
  publishedAt: '2026-11-20T12:00:00.000Z',
  instrument: { key: 'iapt-liaison', version: '1.0', contentHash: 'c'.repeat(64) },
  codeVersion: 'test',
  frame: {
    id: 'acute-ed-2018',
    title: 'Listed frame',
    source: 'test',
    asOf: '2018-02',
    hash: 'a'.repeat(64),
  },
});

it.each([
  ['2018-01-31T00:00:00.000Z', '2018-01-31'],
  ['2017-12 to 2018-01', '2018-01-01'],
  ['December 2017 to January 2018', '2018-01-01'],
  ['some time', ''],
])('answers as at %s are of %j', (asAt, day) => expect(answersFrom(asAt)).toBe(day));

it('a release proposes what it says yes to, as old as the answers, with a status that is not known', () => {
  const proposals = releaseProposals(report);
  const yes = report.hospitals.filter(({ category }) => ['G2', 'G3', 'G4', 'GU', 'GP'].includes(category));
  expect(yes.length).toBeGreaterThan(0);
  expect(proposals.filter(({ fact }) => fact === 'in_reach').map(({ odsCode }) => odsCode)).toEqual(
    yes.map(({ odsCode }) => odsCode),
  );
  for (const { facts, stamp } of proposals) {
    expect(facts).toMatchObject({ status: 'not_known', provider: '', wte: null });
    expect(stamp.confirmedOn).toMatch(/^2018-01/);
    expect(stamp.reference).toContain('release 1');
  }
});

it('a synthetic round proposes nothing', () =>
  expect(releaseProposals({ ...report, round: { ...report.round, kind: 'synthetic' } })).toEqual([]));

it('what is proposed keeps its key from release to release', () => {
  const keys = (number: number) => releaseProposals({ ...report, number }).map(({ key }) => key);
  expect(keys(2)).toEqual(keys(1));
  expect(new Set(keys(1)).size).toBe(keys(1).length);
});

it.each([
  [{ text: 'short', email: '' }, false, ['text']],
  [{ text: 'Long enough to say something', email: '' }, true, ['email']],
  [{ text: 'Long enough to say something', email: 'nobody' }, false, ['email']],
  [{ text: 'Long enough to say something', email: '' }, false, []],
])('of %j with an address needed: %s, wrong are %j', (raw, needed, fields) => {
  const result = parseReaderMessage(raw, needed);
  expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual(fields);
});

it('declining needs a reason', () => {
  expect(parseReason(' ').ok).toBe(false);
});
