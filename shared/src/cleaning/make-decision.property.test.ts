import { describe, expect, it } from 'vitest';

import type { Form } from '../fieldwork/response.js';
import { seededRandom, type SeededRandom } from '../kernel/seeded-random.js';
import { applyDecisions, type CleanedForms } from './apply-decisions.js';
import { byText } from './by-text.js';
import {
  CLEANING_MODES,
  DEFAULT_CLEANING,
  SECOND_READERS,
  type CleaningSettings,
} from './cleaning-settings.js';
import { type Decision, DECISION_KINDS } from './decision.js';
import { makeDecisions } from './make-decision.js';
import { proposal, type Proposal } from './proposal.js';
import { queueOf } from './queue.js';
import { toDataset } from './resolve-forms.js';
import { aForm, answersV10 } from './synthetic/a-form.js';
import type { AskedSite } from './site-query.js';

const FRAME = ['H1', 'H2', 'H3'].map((odsCode) => ({ odsCode, name: `Hospital ${odsCode}`, town: odsCode }));
const OPERATIONS = 900;
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const KNOWN = ['yes', 'no', 'dk'] as const;

/** One round as it lives: forms come in, are corrected and withdrawn, and two people decide about them. */
class LivingRound {
  readonly forms = new Map<string, Form>();
  decisions: Decision[] = [];
  queries: AskedSite[] = [];
  refused = 0;
  made = 0;
  private next = 0;

  constructor(
    readonly random: SeededRandom,
    readonly settings: CleaningSettings,
  ) {}

  get options() {
    return { roundKind: 'live', frame: FRAME, unitOfAnalysis: 'site', mode: this.settings.mode } as const;
  }

  cleaned(): CleanedForms {
    return applyDecisions([...this.forms.values()], this.decisions, this.options);
  }

  step(): void {
    const { random, forms } = this;
    const ids = [...forms.values()]
      .filter(({ state }) => state !== 'withdrawn')
      .map((form) => form.responseId);
    const some = ids.length === 0 ? undefined : forms.get(ids[random.below(ids.length)] ?? '');
    const what = random.below(20);
    if (some === undefined || (what < 2 && ids.length < 14)) this.submits();
    else if (what === 2) this.corrects(some);
    else if (what === 3 && random.below(3) === 0)
      forms.set(some.responseId, { ...some, state: 'withdrawn', answers: {} });
    else if (what === 4) this.siteAnswers();
    else this.decides(some, ids);
  }

  private submits(): void {
    const { random } = this;
    const responseId = `r${(this.next += 1)}`;
    const form = aForm({
      responseId,
      odsCode: random.pick(['H1', 'H1', 'H2', 'H3', '', 'H9']),
      respondent: random.pick(['', 'p1', 'p2', 'p3']),
      populations: random.pick([['adult'], ['adult'], ['camhs']]),
      state: random.below(9) === 0 ? 'in_progress' : 'submitted',
      isTest: random.below(12) === 0,
      answers: answersV10({
        treats: random.pick(KNOWN),
        inReach: random.pick(KNOWN),
        comments: random.pick(['Fine.', 'Ring 0161 496 0000.']),
      }),
      submittedAt: `2026-09-${String(1 + random.below(28)).padStart(2, '0')}T09:00:00Z`,
    });
    this.forms.set(responseId, form);
  }

  private corrects(form: Form): void {
    if (form.state !== 'submitted') return;
    const inReach = this.random.pick(KNOWN);
    this.forms.set(form.responseId, {
      ...form,
      revision: form.revision + 1,
      answers: answersV10({ inReach }),
    });
  }

  private siteAnswers(): void {
    const open = this.cleaned().openSets.flatMap(({ disagreements }) => disagreements);
    const [one] = open;
    if (one === undefined) return;
    const { odsCode, perspective, variable } = one;
    const at = '2026-10-01T09:00:00Z';
    const answer = this.random.pick(['yes', 'no', 'dont_know'] as const);
    const query = {
      id: `q${this.queries.length}`,
      odsCode,
      perspective,
      variable,
      askedAt: at,
      answeredAt: at,
    };
    this.queries.push({ ...query, state: 'answered', answer });
  }

  private decides(form: Form, ids: readonly string[]): void {
    const { random } = this;
    const other = ids[random.below(ids.length)] ?? '';
    const [open] = this.cleaned().openSets.flatMap(({ disagreements }) => disagreements);
    const target = this.decisions[random.below(Math.max(1, this.decisions.length))]?.id ?? '';
    const some = (): Proposal => {
      const kind = random.pick(DECISION_KINDS);
      const values: Readonly<Partial<Record<typeof kind, string>>> = {
        merge: other,
        match: random.pick(['H1', 'H2', 'H9']),
        resolve: random.pick(['yes', 'no', 'unresolved']),
        mask_comment: '0-3',
      };
      const isAboutSet = kind === 'resolve' || kind === 'query';
      return proposal({
        kind,
        responseId:
          isAboutSet || kind === 'confirm' || kind === 'reverse' || kind === 'reopen' ? '' : form.responseId,
        odsCode: open?.odsCode ?? '',
        perspective: open?.perspective ?? '',
        variable: isAboutSet ? (open?.variable ?? '') : random.pick(['comments', 'mostly_unknown']),
        reason: random.pick(['test', 'out_of_scope_population', 'not_usable']),
        note: 'Because.',
        value: values[kind] ?? '',
        targetId: target,
      });
    };
    const proposals = random.below(4) === 0 ? [some(), some()] : [some()];
    const outcome = makeDecisions(
      [...this.forms.values()],
      this.decisions,
      proposals,
      this.options,
      { settings: this.settings, queries: this.queries, frozen: false },
      {
        by: random.pick(['anna', 'ben']),
        at: '2026-10-02T09:00:00Z',
        newId: () => `d${this.decisions.length}-${random.below(1_000_000)}`,
        lastNumber: this.decisions.at(-1)?.number ?? 0,
      },
    );
    if (!outcome.ok) {
      this.refused += 1;
      return;
    }
    this.made += outcome.value.made.length;
    this.decisions = [...this.decisions, ...outcome.value.made];
  }
}

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
  );
});
