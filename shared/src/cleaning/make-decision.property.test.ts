import { describe, expect, it } from 'vitest';

import { seededRandom } from '../kernel/seeded-random.js';
import { applyDecisions } from './apply-decisions.js';
import { byText } from './by-text.js';
import { CLEANING_MODES, DEFAULT_CLEANING, SECOND_READERS } from './cleaning-settings.js';
import { queueOf } from './queue.js';
import { toDataset } from './resolve-forms.js';
import { LivingRound } from './synthetic/living-round.js';

const OPERATIONS = 900;
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

/** What holds after every single operation, whatever came before. */
function expectSound(round: LivingRound, seed: number): void {
  const cleaned = round.cleaned();
  const dataset = toDataset(cleaned, round.options);
  const { received, accepted, merged, excluded, withdrawn, pending, partial } = dataset.ledger;
  if (
    accepted + merged + excluded + withdrawn + pending !== received ||
    received + partial !== round.forms.size
  )
    throw new Error(`seed ${seed}: the ledger does not sum: ${JSON.stringify(dataset.ledger)}`);
  const outcomeOf = (id: string): string => cleaned.standings.get(id)?.outcome ?? 'none';
  for (const { odsCode, items, leadResponseId, forms } of dataset.hospitals) {
    if (forms === 0) continue;
    const behind = Object.values(items).flatMap(({ responseIds }) => responseIds);
    if (
      outcomeOf(leadResponseId) !== 'accepted' ||
      !behind.every((id) => ['accepted', 'merged'].includes(outcomeOf(id)))
    )
      throw new Error(`seed ${seed}: a form that does not count stands behind ${odsCode}`);
  }
  if (round.settings.mode === 'review')
    for (const { responseId, outcome } of dataset.decisions)
      if (
        outcome === 'accepted' &&
        !round.decisions.some((one) => one.kind === 'accept' && one.responseId === responseId)
      )
        throw new Error(`seed ${seed}: ${responseId} was accepted by nobody`);
}

describe('whatever people decide about a living round', () => {
  it.each(SEEDS)(
    'the ledger sums and no figure rests on a form that does not count (sequence %i)',
    (seed) => {
      const random = seededRandom(seed);
      const mode = CLEANING_MODES[seed % 2] ?? 'review';
      const secondReader = SECOND_READERS[seed % 3] ?? 'none';
      const round = new LivingRound(random, { ...DEFAULT_CLEANING, mode, secondReader });
      for (let operation = 0; operation < OPERATIONS; operation += 1) {
        round.step();
        expectSound(round, seed);
      }
      // Neither of the two may be what happens always, or the test would say nothing.
      expect(round.made).toBeGreaterThan(40);
      expect(round.refused).toBeGreaterThan(40);
      const tasks = queueOf(round.cleaned(), round.settings, round.queries);
      expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
      const shuffled = [...round.decisions].sort((a, b) => byText(b.id, a.id));
      const again = applyDecisions([...round.forms.values()].reverse(), shuffled, round.options);
      expect(toDataset(again, round.options)).toEqual(toDataset(round.cleaned(), round.options));
    },
    120_000,
  );
});
