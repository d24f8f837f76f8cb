import { setImmediate as breathe } from 'node:timers/promises';

import { asksIndicators } from '@liaison-atlas/shared/analysis/asks-indicators';
import { type ClosedQuestion, closedQuestionsOf } from '@liaison-atlas/shared/analysis/closed-questions';
import { datasetIndicators } from '@liaison-atlas/shared/analysis/dataset-indicators';
import type { IndicatorResult } from '@liaison-atlas/shared/analysis/indicator-result';
import { type QuestionTally, questionTallies } from '@liaison-atlas/shared/analysis/question-tallies';
import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import { asksConsent } from '@liaison-atlas/shared/instrument/asks-consent';
import { type LiveGeoJson, toLiveGeoJson } from '@liaison-atlas/shared/publication/live-geojson';
import type { RegionReplies } from '@liaison-atlas/shared/publication/to-compare-page';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { DatasetService } from '../cleaning/dataset.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ResponseModes } from '../fieldwork/response-modes.service.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { Clock } from '../platform/clock.js';
import { KeptByVersion } from '../platform/kept-by-version.js';
import { type PreparedAnswer, prepareAnswer } from './prepared-answer.js';

const GEO_JSON = 'application/geo+json; charset=utf-8';

/** The unreleased state of a round at one moment, for the survey team only. */
export interface LiveRoundState {
  readonly round: Round;
  readonly asAt: string;
  readonly dataset: AnalysisDataset;
  readonly frameSize: number;
  /** Whether the questionnaire asks about IAPT. */
  readonly asksLadder: boolean;
  /** Empty where it does not. */
  readonly indicators: readonly IndicatorResult[];
  /** Every closed question that the round asks. */
  readonly closed: readonly ClosedQuestion[];
  /** Where it is not, nothing of the round can be published by name. */
  readonly consentAsked: boolean;
}

/** The same with all that is made of it. */
export interface WholeLiveRound extends LiveRoundState {
  readonly map: LiveGeoJson;
  readonly questions: readonly QuestionTally[];
}

/** The state of one version of a round, and what is made of it when somebody first asks. */
interface LivePicture {
  readonly state: LiveRoundState;
  questions?: readonly QuestionTally[];
  map?: Promise<LiveGeoJson>;
  feed?: Promise<PreparedAnswer>;
}

/**
 * The live picture of a round. Never stale: the version is read when a request begins, so a request that begins
 * after a save was acknowledged shows it; between changes everybody gets the same prepared bytes.
 */
@Injectable()
export class LiveRoundService {
  private readonly kept = new KeptByVersion<LivePicture>();

  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly modes: ResponseModes,
    private readonly instruments: InstrumentService,
    private readonly frame: FrameService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * All that is shown of a round together, of one and the same moment: each part asked for by itself could be of another.
   * @throws DomainError as `state`
   */
  async whole(actor: Pick<Actor, 'grants'>, roundId: string): Promise<WholeLiveRound> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    const picture = await this.current(roundId);
    const map = await this.mapOf(picture);
    return { ...picture.state, map, questions: questionsOf(picture) };
  }

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND */
  async state(actor: Pick<Actor, 'grants'>, roundId: string): Promise<LiveRoundState> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    return (await this.current(roundId)).state;
  }

  /** The map feed of signed-in leads, ready to send. @throws DomainError as `state` */
  async feed(actor: Pick<Actor, 'grants'>, roundId: string): Promise<PreparedAnswer> {
    requireAccess(actor, 'ReadLiveRound', { round: roundId });
    const picture = await this.current(roundId);
    picture.feed ??= this.mapOf(picture).then(async (map) => {
      await breathe();
      const head = { contentType: GEO_JSON, fileName: '', cacheControl: 'private, no-cache' };
      // The next reply makes another one.
      return prepareAnswer(JSON.stringify(map), head, { sent: 'once' });
    });
    return picture.feed;
  }

  /**
   * How many hospitals of a region have answered; the one thing of a running round that those who answered may know.
   * null = the round asks no hospital there.
   */
  async repliesIn(roundId: string, regionCode: string): Promise<RegionReplies | null> {
    const { round, dataset } = (await this.current(roundId)).state;
    const hospitals = this.frame
      .listHospitals(round.frameId)
      .filter((hospital) => hospital.regionCode === regionCode);
    const [first] = hospitals;
    if (first === undefined) return null;
    const answered = new Set(
      dataset.hospitals.filter(({ forms }) => forms > 0).map(({ odsCode }) => odsCode),
    );
    return {
      region: first.region,
      answered: hospitals.filter(({ odsCode }) => answered.has(odsCode)).length,
      hospitals: hospitals.length,
    };
  }

  private async current(roundId: string): Promise<LivePicture> {
    const version = await this.unitOfWork.version(roundTopic(roundId));
    return this.kept.get(roundId, version, async () => ({ state: await this.read(roundId) }));
  }

  /**
   * Every hospital of the frame with its latest state. Made only when somebody looks at it: who follows the replies of ten
   * thousand hospitals does not wait for their places.
   */
  private mapOf(picture: LivePicture): Promise<LiveGeoJson> {
    picture.map ??= this.readMap(picture.state).catch((error: unknown) => {
      // Whoever asks next tries again.
      delete picture.map;
      delete picture.feed;
      throw error;
    });
    return picture.map;
  }

  private async readMap({ round, asAt, dataset, asksLadder }: LiveRoundState): Promise<LiveGeoJson> {
    await breathe();
    const sent = dataset.decisions.filter(({ outcome }) => outcome !== 'partial');
    const modes = await this.modes.of(
      round.id,
      sent.map(({ responseId }) => responseId),
    );
    await breathe();
    const hospitals = this.frame.listHospitals(round.frameId);
    return toLiveGeoJson({ round, asAt, hospitals, dataset, modes, asksLadder });
  }

  private async read(roundId: string): Promise<LiveRoundState> {
    const round = await this.rounds.get(roundId);
    const asAt = this.clock.now();
    const instrument = await this.instruments.contentOf(round);
    const asksLadder = asksIndicators(instrument);
    const { dataset } = await this.datasets.clean(round);
    // Others have their turn between two steps.
    await breathe();
    const hospitals = this.frame.listHospitals(round.frameId);
    return {
      round,
      asAt,
      dataset,
      frameSize: hospitals.length,
      asksLadder,
      indicators: asksLadder ? datasetIndicators(dataset, hospitals.length) : [],
      closed: closedQuestionsOf(instrument),
      consentAsked: asksConsent(instrument),
    };
  }
}

/** Every closed question of the round. Made only when somebody looks at it: it costs a count for each option and hospital. */
function questionsOf(picture: LivePicture): readonly QuestionTally[] {
  const { dataset, closed, frameSize } = picture.state;
  picture.questions ??= questionTallies(dataset, closed, frameSize);
  return picture.questions;
}
