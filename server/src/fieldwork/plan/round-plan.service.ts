import { can } from '@liaison-atlas/shared/access/can';
import { blankPlan, checkNewKind, parseRoundId, planFrom } from '@liaison-atlas/shared/fieldwork/new-round';
import { checkPlanChange } from '@liaison-atlas/shared/fieldwork/plan-locks';
import {
  parseRoundPlan,
  type PlanField,
  planDifferences,
  type RawRoundPlan,
  type RoundPlan,
} from '@liaison-atlas/shared/fieldwork/round-plan';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { isUniqueViolation } from '../../database/is-unique-violation.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { Round } from '../round.entity.js';
import { RoundService, roundTopic } from '../round.service.js';
import { PlanReferences } from './plan-references.service.js';
import { columnsOf, planOf, toRawPlan } from './to-plan.js';

/** Who plans. */
type Planner = Pick<Actor, 'id' | 'grants'>;

/** A round to be made. '' = as the earlier round has it; for the questionnaire, its newest published version. */
export interface NewRound {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** Round to copy; '' = begin from nothing. */
  readonly from: string;
  readonly instrumentKey: string;
  readonly instrumentVersion: string;
  readonly frameId: string;
}

/** Somebody changed the round in between: what is stored, and where it differs from what was sent. */
export interface StalePlan {
  readonly stored: Round;
  readonly differences: readonly PlanField[];
  readonly sent: RoundPlan;
}

export type SavePlanOutcome = Result<Round, Problem> | { readonly stale: StalePlan };

/** Plans of rounds: made, read, changed. A save that was not made from what is stored changes nothing. */
@Injectable()
export class RoundPlanService {
  constructor(
    private readonly rounds: RoundService,
    private readonly references: PlanReferences,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Every round that the actor may plan, the latest first. */
  async list(actor: Planner): Promise<Round[]> {
    return (await this.rounds.list()).filter(({ id }) => can(actor, 'PlanRound', { round: id }));
  }

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND */
  async get(actor: Planner, roundId: string): Promise<Round> {
    requireAccess(actor, 'PlanRound', { round: roundId });
    return this.rounds.get(roundId);
  }

  /** Makes a round as a draft. @throws DomainError FORBIDDEN for the lead of single rounds */
  async create(actor: Planner, asked: NewRound): Promise<Result<Round, Problem>> {
    requireAccess(actor, 'PlanRound', {});
    const earlier = asked.from === '' ? null : await this.rounds.find(asked.from);
    if (asked.from !== '' && earlier === null) return refuse(NO_SUCH_ROUND);
    const id = parseRoundId(asked.id);
    const isDemo = this.config.mode === 'demo';
    const kind = checkNewKind(asked.kind, { copiedFrom: earlier?.kind ?? null, isDemo });
    const begun = await this.begin(asked, earlier);
    const parsed = parseRoundPlan(toRawPlan(begun));
    const problems = [id, kind, parsed].flatMap((result) => (result.ok ? [] : result.problems));
    problems.push(...(await this.references.check(begun)));
    if (!id.ok || !kind.ok || !parsed.ok || problems.length > 0) return refuse(...problems);
    const fieldwork = kind.value === 'synthetic' ? 'invented for demonstration' : '';
    const row: Round = {
      id: id.value,
      kind: kind.value,
      state: 'draft',
      basedOn: earlier?.id ?? null,
      planRevision: 1,
      ...columnsOf(parsed.value, { kind: kind.value, fieldwork }),
    };
    try {
      await this.unitOfWork.run(actor, async (unit) => {
        await unit.manager.insert(Round, row);
        await unit.audit('round.created', 'round', row.id, { from: asked.from, kind: row.kind });
        unit.touch(roundTopic(row.id));
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse(ID_TAKEN);
      throw error;
    }
    return accept(row);
  }

  /**
   * Saves the plan whole. It never changes the round's state, and a field that stands already is refused by name.
   * @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND
   */
  async save(
    actor: Planner,
    asked: { readonly roundId: string; readonly expectedRevision: number; readonly plan: RawRoundPlan },
  ): Promise<SavePlanOutcome> {
    const { roundId: id, expectedRevision } = asked;
    const before = await this.get(actor, id);
    const parsed = parseRoundPlan(asked.plan);
    if (!parsed.ok) return parsed;
    const plan = parsed.value;
    // What others have decided meanwhile comes first: a problem with one's own view of it would mislead.
    if ((before.planRevision ?? 0) !== expectedRevision) return staleOrDone(before, plan, expectedRevision);
    const stored = { kind: before.kind, state: before.state, plan: planOf(before) };
    const changed = planDifferences(stored.plan, plan);
    const problems = [...checkPlanChange(stored, plan, this.clock.now())];
    if (changed.some((field) => REFERENCES.includes(field)) && problems.length === 0)
      problems.push(...(await this.references.check(plan)));
    if (problems.length > 0) return refuse(...problems);
    return this.unitOfWork.run(actor, async (unit): Promise<SavePlanOutcome> => {
      const { affected } = await unit.manager.update(Round, atRevision(id, expectedRevision), {
        ...columnsOf(plan, before),
        planRevision: expectedRevision + 1,
      });
      const now = await unit.manager.findOneByOrFail(Round, { id });
      if (affected === 0) return staleOrDone(now, plan, expectedRevision);
      await unit.audit('round.plan-saved', 'round', id, {
        fields: changed.join(' '),
        revision: expectedRevision + 1,
      });
      unit.touch(roundTopic(id));
      return accept(now);
    });
  }

  private async begin(asked: NewRound, earlier: Round | null): Promise<RoundPlan> {
    const before = earlier === null ? null : planOf(earlier);
    const instrumentKey = asked.instrumentKey || (before?.instrumentKey ?? '');
    const values = {
      title: asked.title,
      instrumentKey,
      instrumentVersion: asked.instrumentVersion || (await this.references.newestPublished(instrumentKey)),
      frameId: asked.frameId || (before?.frameId ?? ''),
    };
    return before === null ? blankPlan(values) : planFrom(before, values);
  }
}

const REFERENCES: readonly PlanField[] = ['instrumentKey', 'instrumentVersion', 'frameId'];

/** Which row a change of a plan is made from; revision 0 stands as null. */
export const atRevision = (id: string, revision: number) => ({
  id,
  planRevision: revision === 0 ? IsNull() : revision,
});

/** The first try may have been stored although its answer was lost: then there is nothing to refuse. */
function staleOrDone(stored: Round, sent: RoundPlan, expectedRevision: number): SavePlanOutcome {
  const differences = planDifferences(planOf(stored), sent);
  if (differences.length === 0 && stored.planRevision === expectedRevision + 1) return accept(stored);
  return { stale: { stored, differences, sent } };
}

const NO_SUCH_ROUND: Problem = {
  code: 'NO_SUCH_ROUND',
  field: 'from',
  message: 'There is no such round to begin from.',
  mend: 'Choose a round of the list, or begin from nothing.',
};
const ID_TAKEN: Problem = {
  code: 'ID_TAKEN',
  field: 'id',
  message: 'There is a round with this word for addresses already.',
  mend: 'Choose another word; that of a round never changes.',
};
