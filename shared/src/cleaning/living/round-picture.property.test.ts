import { describe, expect, it } from 'vitest';

import type { Form } from '../../fieldwork/response.js';
import { seededRandom, type SeededRandom } from '../../kernel/seeded-random.js';
import { applyDecisions, type CleanedForms } from '../apply-decisions.js';
import { CLEANING_MODES, DEFAULT_CLEANING, SECOND_READERS } from '../cleaning-settings.js';
import { indexCleaned, stateMark } from '../cleaning-index.js';
import { countForms } from '../count-forms.js';
import { queueOf } from '../queue.js';
import type { ResolvedSet } from '../rules/r5-merge-set.js';
import { LivingRound, type RoundShape } from '../synthetic/living-round.js';
import { itemsAbout } from './item-keys.js';
import { RoundPicture } from './round-picture.js';

const OPERATIONS = 900;
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Many hospitals with few forms each; now and then a team speaks for several, or two forms came with one request. */
const TRUSTS: RoundShape = {
  hospitals: Array.from({ length: 14 }, (_, index) => `H${index + 1}`),
  named: ['', 'X9', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H10', 'H11', 'H12', 'H13', 'H14'],
  most: 26,
  more: (random: SeededRandom): Partial<Form> => ({
    alsoFor: random.below(12) === 0 ? [random.pick(['H2', 'H4', 'X9']), random.pick(['H5', 'H6'])] : [],
    perspective: random.pick(['liaison', 'liaison', 'iapt']),
    idempotencyKey: random.below(12) === 0 ? random.pick(['k1', 'k2', 'k3']) : '',
    ...(random.below(12) === 0 && { odsCode: random.pick(['H1', 'H7', '']) }),
  }),
};

/** What the picture is told: what is another object than it was, and what is new. */
class Watcher {
  private forms = new Map<string, Form>();
  private decisions = 0;
  private queries = 0;

  constructor(readonly picture: RoundPicture) {}

  look(round: LivingRound): void {
    this.picture.apply({
      forms: [...round.forms.values()].filter((form) => this.forms.get(form.responseId) !== form),
      gone: [...this.forms.keys()].filter((id) => !round.forms.has(id)),
      decisions: round.decisions.slice(this.decisions),
      queries: round.queries.slice(this.queries),
    });
    this.forms = new Map(round.forms);
    this.decisions = round.decisions.length;
    this.queries = round.queries.length;
  }
}

/** As a text: comparing what is nested this deep costs most of the test. */
const expectSame = (shown: unknown, wanted: unknown): void => {
  if (JSON.stringify(shown) !== JSON.stringify(wanted)) expect(shown).toEqual(wanted);
};

/** What the picture shows, beside what the rules make of the whole round. */
function compare(round: LivingRound, picture: RoundPicture): CleanedForms {
  const cleaned = round.cleaned();
  const analysed = new Set(cleaned.sets.map(({ odsCode }) => odsCode)).size;
  expect(picture.ledger).toEqual(countForms([...cleaned.standings.values()], analysed));
  const queries = [...round.queries].sort((a, b) => (a.id < b.id ? -1 : 1));
  expectSame(picture.tasks.all(), queueOf(cleaned, round.settings, queries));
  expectSame(picture.latestDecisions(0, Infinity), [...cleaned.decisions].reverse());
  for (const id of round.forms.keys()) {
    expectSame(picture.standing(id), cleaned.standings.get(id));
    expectSame(picture.form(id), cleaned.forms.get(id));
  }
  return cleaned;
}

/** The sets, marks and decisions of every form, and what a decision about one is checked against. */
function compareForms(round: LivingRound, picture: RoundPicture, cleaned: CleanedForms): void {
  const index = indexCleaned(cleaned);
  for (const id of round.forms.keys()) {
    const own = picture.groupOfForm(id);
    expectSame(own?.index.decisionsOn(id), index.decisionsOn(id));
    expect(own?.index.setOf(id)).toEqual(index.setOf(id));
    expect(own?.markOf(id)).toEqual(stateMark(cleaned, index, id));
  }
  const placed = new Set([...round.forms.keys()].map((id) => picture.groupOfForm(id)));
  const sets = [...placed].flatMap((group) => group?.cleaned.sets ?? []);
  const inOrder = (some: readonly ResolvedSet[]): readonly ResolvedSet[] =>
    [...some].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  expect(inOrder(sets)).toEqual(inOrder(cleaned.sets));
  const [first] = round.forms.keys();
  if (first === undefined) return;
  const near = itemsAbout(
    { forms: [...round.forms.values()], decisions: round.decisions, queries: round.queries },
    { responseIds: [first], decisionIds: [], places: [] },
  );
  const shown = picture.itemsAbout({ responseIds: [first], decisionIds: [], places: [] });
  const idsOf = (some: readonly { readonly responseId: string }[]): readonly string[] =>
    some.map(({ responseId }) => responseId).sort();
  expect(idsOf(shown.forms)).toEqual(idsOf(near.forms));
  const part = applyDecisions(near.forms, near.decisions, round.options);
  expect(part.standings.get(first)).toEqual(cleaned.standings.get(first));
  expect(stateMark(part, indexCleaned(part), first)).toEqual(stateMark(cleaned, index, first));
}

const nameOf = (set: { odsCode: string; perspective: string; service: string }): string =>
  `${set.odsCode} ${set.perspective} ${set.service}`;

describe('the picture of a living round', () => {
  it.each(SEEDS)(
    'is what the rules make of the whole round, after every operation (sequence %i)',
    (seed) => {
      const random = seededRandom(seed * 7);
      const mode = CLEANING_MODES[seed % 2] ?? 'review';
      const secondReader = SECOND_READERS[seed % 3] ?? 'none';
      const round = new LivingRound(random, { ...DEFAULT_CLEANING, mode, secondReader }, TRUSTS);
      const { options, settings } = round;
      const watcher = new Watcher(new RoundPicture({ options, settings }));
      let groups = 0;
      for (let operation = 0; operation < OPERATIONS; operation += 1) {
        round.step();
        // A form that somebody takes out altogether: sent in a pilot and withdrawn.
        if (random.below(60) === 0) round.forms.delete([...round.forms.keys()][0] ?? '');
        // Several changes may come to the picture at once.
        if (random.below(4) === 0) continue;
        watcher.look(round);
        const cleaned = compare(round, watcher.picture);
        if (operation % 6 === 0) compareForms(round, watcher.picture, cleaned);
        groups = Math.max(
          groups,
          new Set([...round.forms.keys()].map((id) => watcher.picture.groupOfForm(id))).size,
        );
      }
      // If all of it were one group, or nothing were decided, the test would say nothing.
      expect(groups).toBeGreaterThan(3);
      expect(round.made).toBeGreaterThan(30);
      watcher.look(round);
      const again = watcher.picture.under({ options: { ...options, mode: 'review' }, settings });
      const reviewed = new RoundPicture({ options: { ...options, mode: 'review' }, settings });
      reviewed.apply({
        forms: [...round.forms.values()],
        decisions: round.decisions,
        queries: round.queries,
      });
      expect(again.tasks.all()).toEqual(reviewed.tasks.all());
      expect(again.ledger).toEqual(reviewed.ledger);
    },
    120_000,
  );
});
