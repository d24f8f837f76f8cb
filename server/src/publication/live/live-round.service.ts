import type { RegionReplies } from '@liaison-atlas/shared/publication/to-compare-page';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { roundTopic } from '../../fieldwork/round.service.js';
import { Clock } from '../../platform/clock.js';
import { KeptByVersion } from '../../platform/kept-by-version.js';
import type { PreparedAnswer } from '../prepared-answer.js';
import { LiveAnswers } from './live-answers.js';
import type { PackedMap, TrackedBy, TrackerState, WholeLiveRound } from './live-questions.js';

/** Lines of hospitals that are kept together for those who look at a round that has not changed: some 40 MB. */
const MOST_LINES = 100_000;

/**
 * The live picture of a round. Never stale: a request that begins after a save was acknowledged shows it; between changes everybody gets
 * the same answer, which is worked out, and brought here, once.
 */
@Injectable()
export class LiveRoundService {
  private readonly wholes = new KeptByVersion<WholeLiveRound>(
    MOST_LINES,
    ({ hospitals }) => hospitals.length,
  );
  private readonly feeds = new KeptByVersion<PreparedAnswer>();
  private readonly regions = new KeptByVersion<RegionReplies | null>();

  constructor(
    private readonly answers: LiveAnswers,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * All that is shown of a round together, of one and the same moment.
   * @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND
   */
  async whole(actor: Pick<Actor, 'grants'>, roundId: string): Promise<WholeLiveRound> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    const at = this.clock.now();
    const version = await this.versionOf(roundId);
    const whole = await this.wholes.get(roundId, version, () => this.answers.ask('whole', { roundId }));
    this.answers.looked(roundId, version);
    return stillAsAt(at, whole);
  }

  /** The map feed of signed-in leads, ready to send. @throws DomainError as `whole` */
  async feed(actor: Pick<Actor, 'grants'>, roundId: string): Promise<PreparedAnswer> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    const version = await this.versionOf(roundId);
    const feed = await this.feeds.get(roundId, version, async () =>
      withBuffers(await this.answers.ask('map', { roundId })),
    );
    this.answers.looked(roundId, version);
    return feed;
  }

  /**
   * How the replies come in, and whom to ring.
   * @throws DomainError as `whole`; CONFLICT where nobody is asked; BAD_INPUT for a question that the round does not ask
   */
  async tracked(actor: Pick<Actor, 'grants'>, roundId: string, by: TrackedBy): Promise<TrackerState> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    const at = this.clock.now();
    // Not kept: who was invited and who has opened a link changes without the round.
    const tracked = await this.answers.ask('tracked', { roundId, by });
    this.answers.looked(roundId);
    return stillAsAt(at, tracked);
  }

  /**
   * How many hospitals of a region have answered; the one thing of a running round that those who answered may know.
   * null = the round asks no hospital there.
   */
  async repliesIn(roundId: string, regionCode: string): Promise<RegionReplies | null> {
    return this.regions.get(`${roundId} ${regionCode}`, await this.versionOf(roundId), () =>
      this.answers.ask('replies', { roundId, regionCode }),
    );
  }

  private versionOf(roundId: string): Promise<number> {
    return this.unitOfWork.version(roundTopic(roundId));
  }
}

/** What was worked out of a round before is true of this moment as well, where the round has not changed. */
const stillAsAt = <Shown extends { readonly asAt: string }>(at: string, shown: Shown): Shown =>
  at > shown.asAt ? { ...shown, asAt: at } : shown;

const withBuffers = (answer: PackedMap): PreparedAnswer => ({
  ...answer,
  plain: toBuffer(answer.plain),
  br: toBuffer(answer.br),
  gzip: toBuffer(answer.gzip),
});

const toBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
