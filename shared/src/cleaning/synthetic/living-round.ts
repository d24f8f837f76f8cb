import type { Form } from '../../fieldwork/response.js';
import type { SeededRandom } from '../../kernel/seeded-random.js';
import { applyDecisions, type CleanedForms, type ResolveOptions } from '../apply-decisions.js';
import type { CleaningSettings } from '../cleaning-settings.js';
import { type Decision, DECISION_KINDS } from '../decision.js';
import { makeDecisions } from '../make-decision.js';
import { proposal, type Proposal } from '../proposal.js';
import type { AskedSite } from '../site-query.js';
import { aForm, answersV10 } from './a-form.js';

const KNOWN = ['yes', 'no', 'dk'] as const;

/** What forms of an invented round look like. */
export interface RoundShape {
  /** Hospitals of the frame. */
  readonly hospitals: readonly string[];
  /** Hospitals that forms name; '' and such outside the frame included. Named twice = named more often. */
  readonly named: readonly [string, ...string[]];
  /** Most forms that are there at a time, withdrawn ones apart. */
  readonly most: number;
  /** What else a form says; also when it is corrected. */
  readonly more: (random: SeededRandom) => Partial<Form>;
}

/** Three hospitals with several forms each, no trust-wide teams. */
export const SMALL_ROUND: RoundShape = {
  hospitals: ['H1', 'H2', 'H3'],
  named: ['H1', 'H1', 'H2', 'H3', '', 'H9'],
  most: 14,
  more: () => ({}),
};

/** One round as it lives: forms come in, are corrected and withdrawn, and two people decide about them. */
export class LivingRound {
  readonly forms = new Map<string, Form>();
  decisions: Decision[] = [];
  queries: AskedSite[] = [];
  refused = 0;
  made = 0;
  private next = 0;

  constructor(
    readonly random: SeededRandom,
    readonly settings: CleaningSettings,
    readonly shape: RoundShape = SMALL_ROUND,
  ) {}

  get options(): ResolveOptions {
    const frame = this.shape.hospitals.map((odsCode) => ({
      odsCode,
      name: `Hospital ${odsCode}`,
      town: odsCode,
    }));
    return { roundKind: 'live', frame, unitOfAnalysis: 'site', mode: this.settings.mode };
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
    if (some === undefined || (what < 2 && ids.length < this.shape.most)) this.submits();
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
      odsCode: random.pick(this.shape.named),
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
      ...this.shape.more(random),
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
      ...this.shape.more(this.random),
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
