import { setImmediate as breathe } from 'node:timers/promises';

import { asksIndicators } from '@liaison-atlas/shared/analysis/asks-indicators';
import { type ClosedQuestion, closedQuestionsOf } from '@liaison-atlas/shared/analysis/closed-questions';
import { datasetIndicators } from '@liaison-atlas/shared/analysis/dataset-indicators';
import type { IndicatorResult } from '@liaison-atlas/shared/analysis/indicator-result';
import { type QuestionTally, questionTallies } from '@liaison-atlas/shared/analysis/question-tallies';
import { trackRound } from '@liaison-atlas/shared/analysis/track-round';
import { whomToRing } from '@liaison-atlas/shared/analysis/whom-to-ring';
import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import { asksConsent } from '@liaison-atlas/shared/instrument/asks-consent';
import { type LiveGeoJson, toLiveGeoJson } from '@liaison-atlas/shared/publication/live-geojson';
import type { RegionReplies } from '@liaison-atlas/shared/publication/to-compare-page';
import { Injectable } from '@nestjs/common';

import { DatasetService } from '../../cleaning/dataset.service.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { InvitedHospitals } from '../../fieldwork/invited-hospitals.service.js';
import { ResponseModes } from '../../fieldwork/response-modes.service.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../../fieldwork/round.service.js';
import { FrameService } from '../../frame/frame.service.js';
import { InstrumentService } from '../../instrument/instrument.service.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { KeptByVersion } from '../../platform/kept-by-version.js';
import { prepareAnswer } from '../prepared-answer.js';
import type {
  LiveKind,
  LiveQuestion,
  LiveQuestions,
  PackedMap,
  TrackedBy,
  TrackerState,
  WholeLiveRound,
} from './live-questions.js';
import { waitingIn } from './waiting-in.js';

const GEO_JSON = 'application/geo+json; charset=utf-8';

/** The unreleased state of a round at one moment. */
interface LiveState {
  readonly round: Round;
  /** What was acknowledged by then is shown, and more may be. */
  readonly asAt: string;
  readonly dataset: AnalysisDataset;
  readonly frameSize: number;
  readonly asksLadder: boolean;
  /** Empty where the questionnaire does not ask about IAPT. */
  readonly indicators: readonly IndicatorResult[];
  /** Every closed question that the round asks. */
  readonly closed: readonly ClosedQuestion[];
  readonly consentAsked: boolean;
}

/** The state of one version of a round, and what is made of it when somebody first asks. */
interface LivePicture {
  readonly state: LiveState;
  questions?: readonly QuestionTally[];
  map?: Promise<LiveGeoJson>;
}

/**
 * Works out what is shown of rounds while they run. Never stale: the version is read when a question is taken up, so one that is asked
 * after a save was acknowledged shows it. Runs in a thread of its own where there is one (`live-answers.ts`), and knows nobody who asks.
 */
@Injectable()
export class LiveRounds {
  private readonly kept = new KeptByVersion<LivePicture>();
  private readonly answers: {
    readonly [Kind in LiveKind]: (
      asks: LiveQuestions[Kind]['asks'],
    ) => Promise<LiveQuestions[Kind]['answer']>;
  } = {
    whole: ({ roundId }) => this.whole(roundId),
    map: ({ roundId }) => this.map(roundId),
    tracked: ({ roundId, by }) => this.tracked(roundId, by),
    replies: ({ roundId, regionCode }) => this.replies(roundId, regionCode),
    ready: async ({ roundId }) => {
      await this.current(roundId);
      return null;
    },
  };

  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly modes: ResponseModes,
    private readonly invitations: InvitedHospitals,
    private readonly instruments: InstrumentService,
    private readonly frame: FrameService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND; CONFLICT, BAD_INPUT as the question says */
  answer<Kind extends LiveKind>({ kind, asks }: LiveQuestion<Kind>): Promise<LiveQuestions[Kind]['answer']> {
    return this.answers[kind](asks);
  }

  /** All of one and the same moment: each part asked for by itself could be of another. */
  private async whole(roundId: string): Promise<WholeLiveRound> {
    const picture = await this.current(roundId);
    const { features } = await this.mapOf(picture);
    const { round, asAt, dataset, frameSize, indicators, consentAsked } = picture.state;
    return {
      round,
      asAt,
      ledger: dataset.ledger,
      frameSize,
      indicators,
      questions: questionsOf(picture),
      consentAsked,
      hospitals: features.map(({ properties }) => properties),
      waiting: waitingIn(dataset),
    };
  }

  private async map(roundId: string): Promise<PackedMap> {
    const map = await this.mapOf(await this.current(roundId));
    await breathe();
    const head = { contentType: GEO_JSON, fileName: '', cacheControl: 'private, no-cache' };
    // The next reply makes another one.
    return prepareAnswer(JSON.stringify(map), head, { sent: 'once' });
  }

  private async tracked(roundId: string, by: TrackedBy): Promise<TrackerState> {
    const { round, asAt, closed, indicators, dataset } = (await this.current(roundId)).state;
    const hospitals = this.frame.listHospitals(round.frameId);
    if (round.kind === 'published_facts' || hospitals.length === 0)
      throw new DomainError(
        'CONFLICT',
        'There are no replies to follow: this round holds what a report published, or its frame is empty.',
        'roundId',
        'Choose a round that asks hospitals.',
      );
    const question = chosenQuestion(by.question, closed, indicators.length > 0);
    // Others have their turn between two steps.
    await breathe();
    const invited = await this.invitations.of(round.id);
    await breathe();
    const reached = await this.invitations.reached(round.id);
    await breathe();
    const tracked = trackRound({
      hospitals,
      dataset,
      invited,
      ...reached,
      level: by.level,
      threshold: by.threshold,
      ...(question !== undefined && { counted: question.options }),
      eligibleShare: by.eligibleShare,
    });
    const { england, areas } = tracked;
    return {
      round,
      asAt,
      tracked: { england, areas },
      questions: closed,
      question: question?.variable ?? '',
      toRing: whomToRing(tracked, by.level),
    };
  }

  private async replies(roundId: string, regionCode: string): Promise<RegionReplies | null> {
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
      throw error;
    });
    return picture.map;
  }

  private async readMap({ round, asAt, dataset, asksLadder }: LiveState): Promise<LiveGeoJson> {
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

  private async read(roundId: string): Promise<LiveState> {
    // After the version, before anything is read: neither is a reply missing that came before, nor is one older than this said to be later.
    const asAt = this.clock.now();
    const round = await this.rounds.get(roundId);
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

/** Undefined = the indicators. @throws DomainError BAD_INPUT for a question that the round does not ask */
function chosenQuestion(
  variable: string,
  questions: readonly ClosedQuestion[],
  hasIndicators: boolean,
): ClosedQuestion | undefined {
  if (variable === '') return hasIndicators ? undefined : questions[0];
  const question = questions.find((each) => each.variable === variable);
  if (question !== undefined) return question;
  throw new DomainError(
    'BAD_INPUT',
    'This round asks no such closed question.',
    'question',
    'Choose one of the questions that the tracker names.',
  );
}
