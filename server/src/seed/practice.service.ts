import { DEFAULT_CLEANING } from '@liaison-atlas/shared/cleaning/cleaning-settings';
import { forms2018 } from '@liaison-atlas/shared/cleaning/fixtures-2018';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { Inject, Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { RoundCleaning } from '../cleaning/round-cleaning.entity.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Unit } from '../database/unit.js';
import { Response } from '../fieldwork/response.entity.js';
import { writeRevision } from '../fieldwork/revision-writer.js';
import { Round } from '../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { FrameService } from '../frame/frame.service.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { DomainError } from '../platform/domain-error.js';
import { newId } from '../platform/ids.js';
import { DEMO_2026 } from './rounds.js';

export const PRACTICE_ID = 'practice-2018';

/**
 * Makes, in a demonstration, the round to practise cleaning in: eighty invented forms that come to the totals of 2018
 * once six are left out or merged (`fixtures-2018.ts`). Synthetic, like the other round of a demonstration.
 */
@Injectable()
export class PracticeService {
  constructor(
    private readonly rounds: RoundService,
    private readonly frame: FrameService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The id of the practice round, which is made the first time it is asked for.
   * @throws DomainError FORBIDDEN; CONFLICT in production
   */
  async start(actor: Pick<Actor, 'id' | 'grants'>): Promise<string> {
    requireAccess(actor, 'CleanRound', {});
    if (this.config.mode === 'production')
      throw new DomainError(
        'CONFLICT',
        'Synthetic rounds are refused in production.',
        '',
        'Practise in an installation that runs with MODE=demo.',
      );
    if ((await this.rounds.find(PRACTICE_ID)) !== null) return PRACTICE_ID;
    await this.unitOfWork.run(actor, async (unit) => {
      const { manager } = unit;
      if ((await manager.findOneBy(Round, { id: PRACTICE_ID })) !== null) return;
      await manager.insert(Round, {
        ...DEMO_2026,
        id: PRACTICE_ID,
        title: 'Forms to practise cleaning (SYNTHETIC)',
        state: 'cleaning',
        instrumentVersion: '1.0',
        opensAt: null,
        closesAt: this.clock.now(),
        correctionsUntil: this.clock.now(),
      });
      const { secondReader, checks } = DEFAULT_CLEANING;
      await manager.insert(RoundCleaning, {
        roundId: PRACTICE_ID,
        mode: 'review',
        secondReader,
        checks: { ...checks },
        decisions: 0,
        frozenAs: 0,
      });
      for (const form of this.forms()) await storeForm(unit, form);
      await unit.audit('round.practice-made', 'round', PRACTICE_ID);
      unit.touch(roundTopic(PRACTICE_ID));
    });
    return PRACTICE_ID;
  }

  /** Three duplicates and three child-only forms, at hospitals of the frame: the round is synthetic. */
  private forms(): readonly Form[] {
    const codes = this.frame.listHospitals(DEMO_2026.frameId).map(({ odsCode }) => odsCode);
    const forms = forms2018({ duplicates: 3, childOnly: 3 });
    const named = new Set(forms.map(({ odsCode }) => odsCode).filter((code) => !code.startsWith('SYN')));
    const free = codes.filter((code) => !named.has(code));
    return forms.map((form) => {
      const place = /^SYN(\d+)$/.exec(form.odsCode)?.[1];
      const odsCode = place === undefined ? form.odsCode : (free[Number(place) - 1] ?? form.odsCode);
      return { ...form, odsCode };
    });
  }
}

async function storeForm(unit: Unit, form: Form): Promise<void> {
  const { odsCode, respondent, submittedAt, populations } = form;
  const answers: Answers = {
    hospital: { given: odsCode },
    // The first version did not ask whom a team serves; what cleaning judged from the answers stands here.
    ...(populations.length > 0 && { population: { given: [...populations] } }),
    ...form.answers,
  };
  const id = newId();
  const idempotencyKey = newId();
  const at = new Date(submittedAt).toISOString();
  await unit.manager.insert(Response, {
    id,
    roundId: PRACTICE_ID,
    invitationId: null,
    odsCode,
    siteTextRaw: '',
    instrumentVersion: '1.0',
    mode: 'open_link',
    respondent,
    state: 'submitted',
    revision: 1,
    draft: answers as object,
    draftRevision: 1,
    idempotencyKey,
    startedAt: at,
    lastSavedAt: at,
    submittedAt: at,
  });
  await writeRevision(unit, {
    responseId: id,
    revision: 1,
    at,
    by: respondent,
    reason: '',
    idempotencyKey,
    answers,
  });
}
