import { nextState } from '@liaison-atlas/shared/fieldwork/response-state';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../database/unit-of-work.js';
import { ERASED, eraseRevisions } from './erase-revisions.js';
import { eraseShown } from './erase-shown.js';
import { eraseWords } from './erase-words.js';
import { LinkService, type Unusable } from './link.service.js';
import { Response } from './response.entity.js';
import { formErased } from './round-change.js';
import { roundTopic } from './round.service.js';

/** A withdrawal that was asked for again is not an error: the answers are gone, as wished. */
export type WithdrawOutcome = Result<{ readonly withdrawn: true }, Problem> | Unusable;

/**
 * Takes a team's answers back (domain D2, `withdraw`): the content of every revision is erased, the row stays, so that
 * "received" keeps its sum (rule R2). A release that has been published stands; the next one is made without them.
 */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly links: LinkService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Possible as long as the link is good, whether or not the round still takes answers. */
  async withdraw(token: string): Promise<WithdrawOutcome> {
    const link = await this.links.find(token);
    if (link === 'unusable') return link;
    const { response, invitation, round } = link;
    if (response === null) return refuse(NOTHING_SAVED);
    if (response.state === 'withdrawn') return accept({ withdrawn: true });
    return this.unitOfWork.run({ id: `invitation:${invitation.id}` }, async (unit) => {
      const { manager } = unit;
      // Read again: what was sent while this request waited for its turn is withdrawn too.
      const { id, state: stateBefore } = await manager.findOneByOrFail(Response, { id: response.id });
      const state = nextState(stateBefore, 'withdraw');
      if (state === 'refused') return refuse(NOT_NOW);
      await manager.update(Response, { id }, { ...ERASED, state });
      await eraseShown(manager, round.id, id);
      await eraseRevisions(manager, id);
      await eraseWords(manager, round.id, id);
      const change = { before: { state: stateBefore }, after: { state } };
      await unit.audit('response.withdrawn', 'response', id, {}, change);
      unit.touch(roundTopic(round.id), formErased(id));
      return accept({ withdrawn: true as const });
    });
  }
}

const NOTHING_SAVED: Problem = {
  code: 'NOTHING_SAVED',
  field: 'token',
  message: 'Nothing has been saved with this link.',
  mend: 'There is nothing to withdraw.',
};
const NOT_NOW: Problem = {
  code: 'NOT_POSSIBLE_NOW',
  field: '',
  message: 'The form cannot be withdrawn in its present state.',
  mend: 'Ask the survey lead of this round.',
};
