import { describe, expect, it } from 'vitest';

import { seededRandom } from '../../kernel/seeded-random.js';
import { applyDecisions } from '../apply-decisions.js';
import { CLEANING_MODES, DEFAULT_CLEANING } from '../cleaning-settings.js';
import { toDataset } from '../resolve-forms.js';
import { aForm } from '../synthetic/a-form.js';
import { LivingRound, type RoundShape } from '../synthetic/living-round.js';
import { RoundParts } from './round-parts.js';

/** Many hospitals with few forms each; now and then a team speaks for several, or two forms came with one request. */
const TRUSTS: RoundShape = {
  hospitals: Array.from({ length: 20 }, (_, index) => `H${index + 1}`),
  named: ['', 'X9', ...Array.from({ length: 20 }, (_, index) => `H${index + 1}`)],
  most: 30,
  more: (random) => ({
    alsoFor: random.below(12) === 0 ? [random.pick(['H2', 'H4', 'X9']), random.pick(['H5', 'H6'])] : [],
    perspective: random.pick(['liaison', 'liaison', 'iapt']),
    idempotencyKey: random.below(12) === 0 ? random.pick(['k1', 'k2', 'k3']) : '',
  }),
};

/** The parts of a round, each cleaned by itself. */
function cleanedApart(round: LivingRound, least: number) {
  const forms = [...round.forms.values()];
  const parts = new RoundParts();
  for (const decision of round.decisions) parts.putDecision(decision);
  for (const [place, form] of forms.entries()) parts.putForm(place, form);
  return [...parts.parts(least)].map((part) =>
    applyDecisions(
      part.forms.flatMap((place) => forms[place] ?? []),
      round.decisions.filter(({ number }) => part.decisions.includes(number)),
      round.options,
    ),
  );
}

describe('the parts of a round', () => {
  it.each([1, 2, 3, 4, 5, 6])('say together what the rules make of the whole round (sequence %i)', (seed) => {
    const random = seededRandom(seed * 11);
    const mode = CLEANING_MODES[seed % 2] ?? 'review';
    const round = new LivingRound(random, { ...DEFAULT_CLEANING, mode }, TRUSTS);
    let most = 0;
    for (let operation = 0; operation < 400; operation += 1) {
      round.step();
      if (operation % 20 !== 0) continue;
      const whole = round.cleaned();
      for (const least of [1, 7]) {
        const parts = cleanedApart(round, least);
        most = Math.max(most, parts.length);
        const standings = new Map(parts.flatMap((part) => [...part.standings]));
        expect(parts.reduce((sum, part) => sum + part.standings.size, 0)).toBe(standings.size);
        expect(standings).toEqual(new Map(whole.standings));
        const places = parts.map((part) => new Set(part.sets.map(({ odsCode }) => odsCode)));
        for (const record of toDataset(whole, round.options).hospitals) {
          const own = parts.filter((_, at) => places[at]?.has(record.odsCode));
          expect(own.length, record.odsCode).toBe(record.forms > 0 ? 1 : 0);
          for (const part of own)
            expect(
              toDataset(part, round.options).hospitals.find(({ odsCode }) => odsCode === record.odsCode),
            ).toEqual(record);
        }
      }
    }
    // If all of it were one part, or nothing were decided, the test would say nothing.
    expect(most).toBeGreaterThan(3);
    expect(round.made).toBeGreaterThan(10);
  });

  it('puts small ones together, and never takes one apart', () => {
    const parts = new RoundParts();
    for (let place = 0; place < 10; place += 1)
      parts.putForm(place, aForm({ responseId: `r${place}`, odsCode: place < 6 ? 'H1' : `H${place}` }));
    expect([...parts.parts(3)].map(({ forms }) => forms.length)).toEqual([6, 3, 1]);
    expect([...new RoundParts().parts(3)]).toEqual([]);
  });
});
