import type { RegionReplies } from '@liaison-atlas/shared/publication/to-compare-page';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { roundTopic } from '../../fieldwork/round.service.js';
import { KeptByVersion } from '../../platform/kept-by-version.js';
import type { PreparedAnswer } from '../prepared-answer.js';
import { LiveAnswers } from './live-answers.js';
import type { TrackedBy, TrackerState, WholeLiveRound } from './live-questions.js';

/**
 * The live picture of a round. Never stale: a request that begins after a save was acknowledged shows it; between changes everybody gets
 * the same prepared bytes of the map.
 */
@Injectable()
export class LiveRoundService {
  private readonly feeds = new KeptByVersion<PreparedAnswer>();

  constructor(
    private readonly answers: LiveAnswers,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * All that is shown of a round together, of one and the same moment.
   * @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND
   */
  async whole(actor: Pick<Actor, 'grants'>, roundId: string): Promise<WholeLiveRound> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    return this.answers.ask('whole', { roundId });
  }

  /** The map feed of signed-in leads, ready to send. @throws DomainError as `whole` */
  async feed(actor: Pick<Actor, 'grants'>, roundId: string): Promise<PreparedAnswer> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    const version = await this.unitOfWork.version(roundTopic(roundId));
    return this.feeds.get(roundId, version, async () =>
      withBuffers(await this.answers.ask('map', { roundId })),
    );
  }

  /**
   * How the replies come in, and whom to ring.
   * @throws DomainError as `whole`; CONFLICT where nobody is asked; BAD_INPUT for a question that the round does not ask
   */
  async tracked(actor: Pick<Actor, 'grants'>, roundId: string, by: TrackedBy): Promise<TrackerState> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    return this.answers.ask('tracked', { roundId, by });
  }

  /**
   * How many hospitals of a region have answered; the one thing of a running round that those who answered may know.
   * null = the round asks no hospital there.
   */
  repliesIn(roundId: string, regionCode: string): Promise<RegionReplies | null> {
    return this.answers.ask('replies', { roundId, regionCode });
  }
}

/** Bytes that came from a thread are no buffers any more. */
const withBuffers = (answer: PreparedAnswer): PreparedAnswer => ({
  ...answer,
  plain: toBuffer(answer.plain),
  br: toBuffer(answer.br),
  gzip: toBuffer(answer.gzip),
});

const toBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
