import { parseReason } from '@liaison-atlas/shared/commissioning/register/reader-messages';
import { stampChange } from '@liaison-atlas/shared/commissioning/register/change-service';
import type { StoredService } from '@liaison-atlas/shared/commissioning/register/register-service';
import {
  type ReleaseProposal,
  releaseProposals,
} from '@liaison-atlas/shared/commissioning/register/release-proposals';
import { type Problem, problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { isUniqueViolation } from '../../database/is-unique-violation.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { ReleaseStore } from '../../publication/release-store.service.js';
import { RoundView } from '../../publication/round-view.js';
import { RegisterDecision } from './register-inbox.entity.js';
import { RegisterScope } from './register-scope.service.js';
import { RegisterStore } from './register-store.service.js';
import { ServiceRegister } from './service-register.service.js';

/** What a person makes of a proposal. */
export interface ProposalVerdict {
  readonly key: string;
  readonly verdict: 'confirmed' | 'declined';
  /** Why it is declined. */
  readonly reason: string;
  /** The service that it belongs to; '' = a new one. */
  readonly serviceId: string;
  /** Of that service; 0 for a new one. */
  readonly expectedRevision: number;
}

/**
 * Facts of releases that could stand in the register. They are read from the standing release of each round of real
 * answers whenever somebody looks; only what a person decided is stored, once for each round, hospital and fact.
 */
@Injectable()
export class RegisterProposals {
  constructor(
    @InjectRepository(RegisterDecision) private readonly decisions: Repository<RegisterDecision>,
    private readonly rounds: RoundView,
    private readonly releases: ReleaseStore,
    private readonly register: ServiceRegister,
    private readonly scope: RegisterScope,
    private readonly store: RegisterStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Those that nobody has decided about, at the hospitals that the actor keeps. @throws DomainError FORBIDDEN */
  async waiting(actor: Actor): Promise<readonly ReleaseProposal[]> {
    this.scope.requireSomewhere(actor);
    const decided = new Set(
      (await this.decisions.find({ select: { id: true, proposal: true } })).map((row) => row.proposal),
    );
    return (await this.all()).filter(
      ({ key, odsCode }) => !decided.has(key) && this.scope.covers(actor, odsCode),
    );
  }

  /**
   * Takes a proposal into the register, as a new service or into one that is there, or declines it for good.
   * @returns the service; null = declined
   * @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT
   */
  async decide(actor: Actor, verdict: ProposalVerdict): Promise<Result<StoredService | null, Problem>> {
    const proposal = (await this.waiting(actor)).find(({ key }) => key === verdict.key);
    if (proposal === undefined) return refuse(DECIDED);
    const reason = verdict.verdict === 'declined' ? parseReason(verdict.reason) : accept('');
    if (!reason.ok) return reason;
    const before = verdict.serviceId === '' ? null : await this.register.get(verdict.serviceId);
    if (before !== null) this.scope.requireAll(actor, before.facts);
    try {
      return accept(await this.write(actor, proposal, { ...verdict, reason: reason.value }, before));
    } catch (error) {
      // Of two who decide at once one finds it decided.
      if (isUniqueViolation(error)) return refuse(DECIDED);
      throw error;
    }
  }

  private write(
    actor: Actor,
    proposal: ReleaseProposal,
    { verdict, reason, expectedRevision }: ProposalVerdict,
    before: StoredService | null,
  ): Promise<StoredService | null> {
    return this.unitOfWork.run(actor, async (unit) => {
      const facts = before === null ? proposal.facts : withDelivery(before, proposal);
      const change = {
        id: before?.id ?? newId(),
        before,
        expectedRevision,
        facts,
        stamps: stampChange(before, facts, proposal.stamp),
        change: before === null ? ('added' as const) : ('changed' as const),
        detail: {},
      };
      const stored = verdict === 'confirmed' ? await this.store.put(unit, change, actor.id, false) : null;
      await unit.manager.insert(RegisterDecision, {
        id: newId(),
        proposal: proposal.key,
        releaseNumber: proposal.releaseNumber,
        verdict,
        reason,
        serviceId: stored?.id ?? null,
        at: this.clock.now(),
        by: actor.id,
      });
      const { roundId, fact, odsCode, releaseNumber } = proposal;
      await unit.audit(
        `register.proposal-${verdict}`,
        'register_service',
        stored?.id ?? '',
        { round: roundId, release: releaseNumber, fact },
        { subjects: [{ entity: 'hospital', id: odsCode }] },
      );
      return stored;
    });
  }

  private async all(): Promise<readonly ReleaseProposal[]> {
    const real = (await this.rounds.list()).filter(({ kind }) => kind !== 'synthetic');
    const releases = await Promise.all(real.map(({ id }) => this.releases.findLatest(id)));
    return releases.flatMap((release) => (release === null ? [] : releaseProposals(release.document)));
  }
}

/** A service that is there, with the hospital of the proposal; what it says of that hospital already is replaced. */
const withDelivery = ({ facts }: StoredService, proposal: ReleaseProposal) => ({
  ...facts,
  deliveries: [
    ...facts.deliveries.filter(({ odsCode }) => odsCode !== proposal.odsCode),
    ...proposal.facts.deliveries,
  ].sort((a, b) => (a.odsCode < b.odsCode ? -1 : 1)),
});

const DECIDED = problem(
  'ALREADY_DECIDED',
  'key',
  'Nothing of this kind waits any more: it was decided, or the release was withdrawn.',
  'Load the list again.',
);
