import {
  CLEANING_MODES,
  type CleaningSettings,
  type CheckSetting,
  SECOND_READERS,
} from '@liaison-atlas/shared/cleaning/cleaning-settings';
import { CHECK_IDS, type CheckId } from '@liaison-atlas/shared/cleaning/plausibility-checks';
import { type Problem, problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CLEANING_CHANGED } from '../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { NOTHING_TO_CLEAN } from './decide.service.js';
import { lockCleaning } from './decision-rows.js';
import { RoundCleaning } from './round-cleaning.entity.js';

/** Changes how a round is cleaned; not while it is frozen, because what was frozen would mean something else. */
@Injectable()
export class CleaningSettingsService {
  constructor(
    private readonly rounds: RoundService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND */
  async change(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    asked: Pick<CleaningSettings, 'mode' | 'secondReader'> & {
      readonly checks: readonly (CheckSetting & { readonly id: string })[];
    },
  ): Promise<Result<true, Problem>> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    if (round.kind === 'published_facts') return refuse(NOTHING_TO_CLEAN);
    if (!CLEANING_MODES.includes(asked.mode) || !SECOND_READERS.includes(asked.secondReader))
      return refuse(NO_SUCH_CHOICE);
    const unknown = asked.checks.find(({ id }) => !isCheckId(id));
    if (unknown !== undefined) return refuse(NO_SUCH_CHECK);
    if (asked.checks.some(({ threshold }) => threshold < 0 || threshold > 100)) return refuse(BAD_THRESHOLD);
    return this.unitOfWork.run(actor, async (unit): Promise<Result<true, Problem>> => {
      const row = await lockCleaning(unit.manager, roundId);
      if (row.frozenAs > 0) return refuse(FROZEN_SETTINGS);
      const { mode, secondReader } = asked;
      const checks = { ...row.checks };
      for (const { id, on, threshold } of asked.checks) if (isCheckId(id)) checks[id] = { on, threshold };
      await unit.manager.update(RoundCleaning, { roundId }, { mode, secondReader, checks });
      await unit.audit('cleaning.settings-changed', 'round', roundId, {
        mode,
        secondReader,
        checksOn: Object.values(checks).filter(({ on }) => on).length,
      });
      unit.touch(roundTopic(roundId), CLEANING_CHANGED);
      return accept(true as const);
    });
  }
}

const isCheckId = (id: string): id is CheckId => (CHECK_IDS as readonly string[]).includes(id);

const NO_SUCH_CHOICE = problem(
  'NO_SUCH_CHOICE',
  'mode',
  'There is no such way of cleaning.',
  'Choose one that is offered.',
);
const NO_SUCH_CHECK = problem('NO_CHECK', 'checks', 'There is no such check.', 'Load the settings again.');
const BAD_THRESHOLD = problem(
  'BAD_THRESHOLD',
  'checks',
  'A threshold is a number from 0 to 100.',
  'Write a number from 0 to 100.',
);
const FROZEN_SETTINGS = problem(
  'FROZEN',
  '',
  'The round is frozen.',
  'Open it again with a reason before you change how it is cleaned.',
);
