import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { parseDoi } from '@liaison-atlas/shared/publication/doi';
import type { ReleaseStatus } from '@liaison-atlas/shared/publication/release-chain';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { RELEASE_DESK } from '../../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../../fieldwork/round.service.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId } from '../../platform/ids.js';
import { ReleaseStore } from '../release-store.service.js';
import { holdRound } from './hold-round.js';
import { ReleaseMarkRow } from './release-mark.entity.js';

const MAX_REASON = 1000;

/** Adds to published releases what their documents cannot say: a DOI, or that they were withdrawn. */
@Injectable()
export class ReleaseMarksService {
  constructor(
    private readonly rounds: RoundService,
    private readonly store: ReleaseStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Withdraws a release: its address stays and says so; its figures are shown no more. @throws DomainError */
  async withdraw(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    number: number,
    reason: string,
  ): Promise<Result<ReleaseStatus, Problem>> {
    const { withdrawn } = await this.statusOf(actor, roundId, number);
    if (withdrawn !== null) return refuse(WITHDRAWN_ALREADY);
    const why = cleanText(reason.trim(), 'reason', MAX_REASON);
    if (!why.ok) return why;
    if (why.value === '') return refuse(NO_REASON);
    return this.mark(actor, roundId, number, { kind: 'withdrawn', value: '', reason: why.value });
  }

  /** Gives a release the DOI under which it was registered; a later one takes the place of an earlier. @throws DomainError */
  async setDoi(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    number: number,
    text: string,
  ): Promise<Result<ReleaseStatus, Problem>> {
    const before = await this.statusOf(actor, roundId, number);
    const doi = parseDoi(text);
    if (!doi.ok) return doi;
    if (before.doi === doi.value) return accept(before);
    return this.mark(actor, roundId, number, { kind: 'doi', value: doi.value, reason: '' });
  }

  private async mark(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    releaseNumber: number,
    own: Pick<ReleaseMarkRow, 'kind' | 'value' | 'reason'>,
  ): Promise<Result<ReleaseStatus, Problem>> {
    const done = await this.unitOfWork.run(actor, async (unit) => {
      const { kind } = own;
      await holdRound(unit.manager, roundId);
      if (
        kind === 'withdrawn' &&
        (await unit.manager.countBy(ReleaseMarkRow, { roundId, releaseNumber, kind })) > 0
      )
        return false;
      const row = { ...own, id: newId(), roundId, releaseNumber, at: this.clock.now(), by: actor.id };
      await unit.manager.insert(ReleaseMarkRow, row);
      const detail = { round: roundId, number: releaseNumber, kind };
      const subjects = [{ entity: 'round', id: roundId }];
      await unit.audit('release.marked', 'release_mark', row.id, detail, { subjects, reason: own.reason });
      unit.touch(roundTopic(roundId), RELEASE_DESK);
      return true;
    });
    if (!done) return refuse(WITHDRAWN_ALREADY);
    return accept(await this.statusOf(actor, roundId, releaseNumber));
  }

  private async statusOf(
    actor: Pick<Actor, 'grants'>,
    roundId: string,
    number: number,
  ): Promise<ReleaseStatus> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    await this.rounds.get(roundId);
    const status = (await this.store.chain(roundId)).find((one) => one.number === number);
    if (status === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'The round has no such release.',
        'number',
        'Choose one of the list.',
      );
    return status;
  }
}

const NO_REASON: Problem = {
  code: 'REASON_REQUIRED',
  field: 'reason',
  message: 'A release is not withdrawn without saying why.',
  mend: 'Write the reason; readers of its address are shown it.',
};
const WITHDRAWN_ALREADY: Problem = {
  code: 'WITHDRAWN_ALREADY',
  field: 'number',
  message: 'This release has been withdrawn already.',
  mend: 'Load the releases again.',
};
