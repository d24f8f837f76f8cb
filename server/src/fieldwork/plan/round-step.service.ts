import {
  checkStep,
  formsAtStep,
  ROUND_STEPS,
  stepsFrom,
  type SteppingRound,
} from '@liaison-atlas/shared/fieldwork/round-steps';
import { dueStep } from '@liaison-atlas/shared/fieldwork/round-times';
import { type FormCounts, stepWords, type StepWords } from '@liaison-atlas/shared/fieldwork/step-words';
import { RESPONSE_STATES } from '@liaison-atlas/shared/fieldwork/response';
import { nextState } from '@liaison-atlas/shared/fieldwork/response-state';
import type { RoundState } from '@liaison-atlas/shared/fieldwork/round';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, MoreThan, type Repository } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import type { Unit } from '../../database/unit.js';
import { SYSTEM, type UnitActor, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { Response } from '../response.entity.js';
import { Round } from '../round.entity.js';
import { RoundService, roundTopic } from '../round.service.js';
import { PlanReferences } from './plan-references.service.js';
import { atRevision } from './round-plan.service.js';
import { planOf } from './to-plan.js';

/** A step that leads on from where a round is, with what follows from it and what stands in its way. */
export interface OfferedStep extends StepWords {
  readonly to: RoundState;
  readonly problems: readonly Problem[];
}

export interface StepRequest {
  readonly roundId: string;
  readonly to: RoundState;
  readonly expectedRevision: number;
}

export type StepOutcome = Result<Round, Problem> | { readonly stale: Round };

/** Takes rounds from one state to the next, by a person at a button or because a date has passed. */
@Injectable()
export class RoundStepService {
  constructor(
    @InjectRepository(Response) private readonly responses: Repository<Response>,
    private readonly rounds: RoundService,
    private readonly references: PlanReferences,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The steps that are offered now; none where the next one is an act of another kind (freeze, release). */
  async offered(round: Round, counts: FormCounts): Promise<OfferedStep[]> {
    const steps = stepsFrom(round.state);
    if (steps.length === 0 || round.kind === 'published_facts') return [];
    const stepping = await this.lookUp(round);
    const now = this.clock.now();
    return steps.map((step) => ({
      to: step.to,
      ...stepWords(step, counts),
      problems: checkStep(stepping, step, now),
    }));
  }

  /** Sent and unsent forms of a round; those of an earlier pilot, and what was withdrawn, are neither. */
  async countForms(roundId: string): Promise<FormCounts> {
    const counts = await this.responses
      .createQueryBuilder('response')
      .select('COUNT(CASE WHEN response.revision > 0 THEN 1 END)', 'sent')
      .addSelect('COUNT(CASE WHEN response.revision = 0 THEN 1 END)', 'unsent')
      .where('response.round_id = :roundId', { roundId })
      .andWhere("response.is_test IS NULL AND response.state <> 'withdrawn'")
      .getRawOne<{ sent: number | string; unsent: number | string }>();
    return { sent: Number(counts?.sent ?? 0), unsent: Number(counts?.unsent ?? 0) };
  }

  /**
   * Takes a step. Repeating it after it was taken changes nothing.
   * @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND
   */
  async take(actor: Pick<Actor, 'id' | 'grants'>, asked: StepRequest): Promise<StepOutcome> {
    requireAccess(actor, 'PlanRound', { round: asked.roundId });
    const round = await this.rounds.get(asked.roundId);
    if ((round.planRevision ?? 0) !== asked.expectedRevision) return staleOrDone(round, asked);
    const step = { from: round.state, to: asked.to };
    const problems = checkStep(await this.lookUp(round), step, this.clock.now());
    if (problems.length > 0) return refuse(...problems);
    return this.step(actor, round, asked.to);
  }

  /** Takes every step that a date has asked for since it was last looked; gives their number. */
  async takeDue(): Promise<number> {
    let taken = 0;
    for (const round of await this.rounds.list()) {
      const to = dueStep(round, this.clock.now());
      if (to === undefined) continue;
      const outcome = await this.step(SYSTEM, round, to);
      if ('ok' in outcome && outcome.ok) taken += 1;
    }
    return taken;
  }

  private async lookUp(round: Round): Promise<SteppingRound> {
    const plan = planOf(round);
    const [instrumentStatus, frameStatus] = await Promise.all([
      this.references.instrumentStatus(plan),
      this.references.frameStatus(plan.frameId),
    ]);
    return { plan, instrumentStatus, frameStatus };
  }

  private step(
    actor: UnitActor,
    { id, state: from, planRevision }: Round,
    to: RoundState,
  ): Promise<StepOutcome> {
    if (!ROUND_STEPS.some((each) => each.from === from && each.to === to))
      throw new Error(`a round cannot go from ${from} to ${to}`);
    const revision = planRevision ?? 0;
    return this.unitOfWork.run(actor, async (unit): Promise<StepOutcome> => {
      const { affected } = await unit.manager.update(
        Round,
        { ...atRevision(id, revision), state: from },
        { state: to, planRevision: revision + 1 },
      );
      const stored = await unit.manager.findOneByOrFail(Round, { id });
      if (affected === 0) return { stale: stored };
      const { endsPilot, closesForms } = formsAtStep({ from, to });
      const forms = {
        ...(endsPilot && (await endPilot(unit, id))),
        ...(closesForms && { partial: await closeForms(unit, id) }),
      };
      await unit.audit('round.stepped', 'round', id, { from, to, ...forms });
      unit.touch(roundTopic(id));
      return accept(stored);
    });
  }
}

/** A second click finds the step taken: there is nothing to refuse. */
const staleOrDone = (round: Round, { to, expectedRevision }: StepRequest): StepOutcome =>
  round.state === to && round.planRevision === expectedRevision + 1 ? accept(round) : { stale: round };

const CLOSED_BY_THE_ROUND = RESPONSE_STATES.filter((state) => nextState(state, 'close') === 'partial');

/** What was begun and not sent is partial from now on (domain D2, "close"). */
async function closeForms({ manager }: Unit, roundId: string): Promise<number> {
  const unsent = { roundId, revision: 0, state: In(CLOSED_BY_THE_ROUND) };
  const { affected } = await manager.update(Response, unsent, { state: 'partial' });
  return affected ?? 0;
}

/**
 * Forms of the pilot never count: what was sent is marked, and lets go of its link, so that the same team can answer
 * the round itself; what was not sent is erased. A form that was withdrawn stays as it is, without its link.
 */
async function endPilot({ manager }: Unit, roundId: string): Promise<{ tests: number; erased: number }> {
  const sent = await manager.update(
    Response,
    { roundId, revision: MoreThan(0) },
    { isTest: 1, invitationId: null },
  );
  const unsent = await manager.delete(Response, { roundId, revision: 0 });
  return { tests: sent.affected ?? 0, erased: unsent.affected ?? 0 };
}
