import { describe, expect, it } from 'vitest';

import { hospitalCategory } from '../analysis/hospital-category.js';
import { withRefusals } from '../cleaning/with-refusals.js';
import { compareReleases, disclosureEffects } from './compare-releases.js';
import { composeRelease } from './compose-release.js';
import { type ExampleAnswer, exampleInput, exampleRelease } from './example-dataset.js';
import { exampleFrame } from './example-frame.js';
import { nameableCode } from './nameable-code.js';
import { shownUnderName } from './shown-under-name.js';

const frame = exampleFrame(12);
const [A = '', B = '', C = ''] = frame.map(({ odsCode }) => odsCode);
const FIRST: Readonly<Record<string, ExampleAnswer>> = {
  [A]: { treats: 'yes', inReach: 'yes', score: 80 },
  [B]: { treats: 'no', inReach: 'no' },
};
const before = exampleRelease('live', frame, FIRST);

describe('two releases side by side', () => {
  it('have every figure of both, and name the hospitals that change', () => {
    const after = exampleRelease('live', frame, { ...FIRST, [C]: { treats: 'yes', inReach: 'no' } });
    const { indicators, hospitals, gone, namedBefore } = compareReleases(before, after);
    expect(indicators.map(({ before: was, after: is }) => [was?.no, is?.no])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(hospitals.map(({ odsCode, after: { category } }) => [odsCode, category])).toEqual([[C, 'G1']]);
    expect([gone, namedBefore]).toEqual([[], 0]);
  });

  it('are no change at all where they say the same', () => {
    expect(compareReleases(before, before)).toMatchObject({ hospitals: [], gone: [], namedBefore: 0 });
  });

  it('have no hospitals that change where nothing was released before', () => {
    const { indicators, hospitals } = compareReleases(null, before);
    expect(indicators.every(({ before: was }) => was === null)).toBe(true);
    expect(hospitals).toEqual([]);
  });

  it('count who was named and is withheld now: the earlier release still shows them', () => {
    const after = exampleRelease('live', frame, { ...FIRST, [B]: { ...FIRST[B], nameFacts: false } });
    expect(compareReleases(before, after).namedBefore).toBeGreaterThanOrEqual(1);
  });

  it('say which hospitals left the frame', () => {
    const smaller = exampleRelease('live', frame.slice(1), { [B]: FIRST[B]! });
    expect(compareReleases(before, smaller).gone).toEqual([A]);
  });
});

describe('what naming rules do', () => {
  const effects = (answers: Readonly<Record<string, ExampleAnswer>>) => {
    const input = exampleInput('live', frame, answers);
    const { hospitals } = input.dataset;
    const codes = new Map(
      hospitals.map((record) => [
        record.odsCode,
        nameableCode(hospitalCategory(record, 'live').code, record, input.settings),
      ]),
    );
    return disclosureEffects(composeRelease(input), hospitals, codes, input.settings);
  };

  it('is counted by the first reason, each hospital once', () => {
    const found = effects({
      [A]: { treats: 'yes', inReach: 'yes', score: 80, nameScore: false },
      [B]: { treats: 'no', inReach: 'no', nameFacts: false },
      [C]: { treats: 'dont_know', inReach: 'dont_know' },
    });
    expect(found).toEqual({ noConsent: 1, describesPeople: 1, silent: 9, covering: 0, scoresHeld: 1 });
  });
});

describe('what a hospital refuses', () => {
  const input = exampleInput('live', frame, FIRST);
  const refusing = (score: boolean) =>
    composeRelease({
      ...input,
      dataset: withRefusals(input.dataset, new Map([[A, { score, quotations: true }]])),
    });

  it('takes its score from its name and changes no figure', () => {
    const released = refusing(true);
    expect(shownUnderName(released, A, [])?.hospital).toMatchObject({
      category: 'GP',
      score: null,
      marker: '',
    });
    expect(released.indicators).toEqual(before.indicators);
    expect(released.scores.n).toBe(before.scores.n);
    expect(JSON.stringify(released.scores)).not.toContain('80');
  });

  it('gives no consent that no form gave', () => {
    const closed = exampleInput('live', frame, { ...FIRST, [A]: { ...FIRST[A], nameScore: false } });
    const dataset = withRefusals(closed.dataset, new Map([[A, { score: false, quotations: false }]]));
    expect(dataset.hospitals[0]?.consent.nameScore).toBe(false);
  });

  it('is nothing for a hospital that is not in the frame', () => {
    expect(shownUnderName(before, 'NOWHERE', [])).toBeNull();
    expect(withRefusals(input.dataset, new Map())).toBe(input.dataset);
  });
});
