import {
  GIVEN_ROLES,
  type Role,
  ROLE_PERMISSIONS,
  type Permission,
} from '@liaison-atlas/shared/access/permissions';
import { covers } from '@liaison-atlas/shared/access/scope';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import {
  checkRequiredSignOffs,
  checkTakenBack,
  defaultSignOffs,
  type ReleasedSignOffs,
  toReleasedSignOffs,
} from '@liaison-atlas/shared/publication/sign-off';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, In } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { FreezeService } from '../../cleaning/freeze.service.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { RELEASE_DESK } from '../../fieldwork/round-change.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../../fieldwork/round.service.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { holdRound } from './hold-round.js';
import { ReleaseDesk } from './release-desk.entity.js';
import { Release } from '../release.entity.js';
import { ReleaseSignOff } from './release-sign-off.entity.js';
import { SignOffEnd } from './sign-off-end.entity.js';

/** Sign-offs of a freeze, with how many a release on it needs. */
export interface SignOffDesk {
  readonly required: number;
  /** Number of the freeze that holds; null = the round is not frozen, and nothing can be signed. */
  readonly freezeNumber: number | null;
  readonly signed: readonly ReleaseSignOff[];
}

const MOST_REASON = 500;

/** Signing a freeze off before it is published, by others than the one who publishes. */
@Injectable()
export class SignOffService {
  constructor(
    private readonly rounds: RoundService,
    private readonly freezes: FreezeService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND */
  async read(actor: Pick<Actor, 'grants'>, roundId: string): Promise<SignOffDesk> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const freezeNumber = await this.freezes.currentNumber(roundId);
    const signed = freezeNumber === null ? [] : await this.signedOn(roundId, freezeNumber);
    return { required: await this.requiredOf(round), freezeNumber, signed };
  }

  /** What a release of this freeze by this person could say of its sign-offs. */
  async counted(round: Round, freezeNumber: number, publisherId: string): Promise<ReleasedSignOffs> {
    const signed = await this.signedOn(round.id, freezeNumber);
    return toReleasedSignOffs(await this.requiredOf(round), signed, publisherId);
  }

  /** Says that the freeze that holds may be published. @throws DomainError FORBIDDEN, NOT_FOUND */
  async sign(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    seenSha256: string,
  ): Promise<Result<SignOffDesk, Problem>> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    const frozen = await this.freezes.current(await this.rounds.get(roundId));
    if (frozen === null) return refuse(NOT_FROZEN);
    const { number, sha256 } = frozen.row;
    if (sha256 !== seenSha256) return refuse(ANOTHER_FREEZE);
    const role = roleOf(actor, roundId);
    const own = { roundId, freezeNumber: number, personId: actor.id };
    await this.unitOfWork.run(actor, async (unit) => {
      await holdRound(unit.manager, roundId);
      if ((await standing(unit.manager, own)).length > 0) return;
      await unit.manager.insert(ReleaseSignOff, { ...own, id: newId(), sha256, role, at: this.clock.now() });
      await unit.audit('release.signed-off', 'round', roundId, { freeze: number, sha256 });
      unit.touch(roundTopic(roundId), RELEASE_DESK);
    });
    return accept(await this.read(actor, roundId));
  }

  /**
   * Takes the actor's own sign-off of the freeze that holds back, as long as no release stands on it.
   * @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async takeBack(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    reason: string,
  ): Promise<Result<SignOffDesk, Problem>> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    await this.rounds.get(roundId);
    const why = cleanText(reason.trim(), 'reason', MOST_REASON);
    if (!why.ok) return why;
    const freezeNumber = await this.freezes.currentNumber(roundId);
    if (freezeNumber === null) return refuse(NOT_FROZEN);
    const problems = await this.unitOfWork.run(actor, async (unit): Promise<readonly Problem[]> => {
      const { manager } = unit;
      await holdRound(manager, roundId);
      const own = await standing(manager, { roundId, freezeNumber, personId: actor.id });
      const isReleased = (await manager.countBy(Release, { roundId, freezeNumber })) > 0;
      const found = checkTakenBack({ hasSigned: own.length > 0, isReleased, reason: why.value });
      if (found.length > 0) return found;
      for (const { id } of own) await manager.insert(SignOffEnd, { signOffId: id, at: this.clock.now() });
      const more = { reason: why.value };
      await unit.audit('release.sign-off-taken-back', 'round', roundId, { freeze: freezeNumber }, more);
      unit.touch(roundTopic(roundId), RELEASE_DESK);
      return [];
    });
    return problems.length > 0 ? refuse(...problems) : accept(await this.read(actor, roundId));
  }

  /** Sets how many sign-offs the round's releases need. @throws DomainError FORBIDDEN, NOT_FOUND */
  async require(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    required: number,
  ): Promise<Result<SignOffDesk, Problem>> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const problems = checkRequiredSignOffs(round.kind, required);
    if (problems.length > 0) return refuse(...problems);
    await this.unitOfWork.run(actor, async (unit) => {
      await holdRound(unit.manager, roundId);
      const before = await unit.manager.findOneBy(ReleaseDesk, { roundId });
      if (before === null) await unit.manager.insert(ReleaseDesk, { roundId, signOffs: required });
      else await unit.manager.update(ReleaseDesk, { roundId }, { signOffs: required });
      await unit.audit('release.sign-offs-set', 'round', roundId, { required });
      unit.touch(roundTopic(roundId), RELEASE_DESK);
    });
    return accept(await this.read(actor, roundId));
  }

  private async requiredOf({ id, kind }: Round): Promise<number> {
    const row = await this.reader.getRepository(ReleaseDesk).findOneBy({ roundId: id });
    return row?.signOffs ?? defaultSignOffs(kind);
  }

  private signedOn(roundId: string, freezeNumber: number): Promise<ReleaseSignOff[]> {
    return standing(this.reader.manager, { roundId, freezeNumber });
  }
}

/** Sign-offs that were not taken back, in their order. */
async function standing(
  manager: EntityManager,
  which: Pick<ReleaseSignOff, 'roundId' | 'freezeNumber'> & { readonly personId?: string },
): Promise<ReleaseSignOff[]> {
  const given = await manager.find(ReleaseSignOff, { where: which, order: { at: 'ASC', id: 'ASC' } });
  const ended = await manager.findBy(SignOffEnd, { signOffId: In(given.map(({ id }) => id)) });
  const gone = new Set(ended.map(({ signOffId }) => signOffId));
  return given.filter(({ id }) => !gone.has(id));
}

/** The role by which somebody may release this round; of several the first in the order of the roles. */
function roleOf({ grants }: Pick<Actor, 'grants'>, roundId: string): Role {
  const able = grants.filter(
    ({ role, scope }) =>
      (ROLE_PERMISSIONS[role] as readonly Permission[]).includes('ReleaseRound') &&
      covers(scope, { round: roundId }),
  );
  return GIVEN_ROLES.find((role) => able.some((grant) => grant.role === role)) ?? 'survey_lead';
}

const NOT_FROZEN: Problem = {
  code: 'NOT_FROZEN',
  field: '',
  message: 'The round is not frozen, so there is nothing to sign off.',
  mend: 'Freeze the round on its cleaning page first.',
};
const ANOTHER_FREEZE: Problem = {
  code: 'STALE',
  field: '',
  message: 'The round has been frozen anew since you looked.',
  mend: 'Look at the preview of the new freeze, then sign it off.',
};
