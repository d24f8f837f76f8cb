import { setImmediate as breathe } from 'node:timers/promises';

import type { ClosedQuestion } from '@liaison-atlas/shared/analysis/closed-questions';
import { parseShare } from '@liaison-atlas/shared/analysis/parse-share';
import type { RationalShare } from '@liaison-atlas/shared/analysis/threshold';
import { type TrackedRound, type TrackLevel, trackRound } from '@liaison-atlas/shared/analysis/track-round';
import { type HospitalToRing, whomToRing } from '@liaison-atlas/shared/analysis/whom-to-ring';
import { toChaseList } from '@liaison-atlas/shared/publication/to-chase-list';
import { liveFileName } from '@liaison-atlas/shared/publication/file-name';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { InvitedHospitals } from '../fieldwork/invited-hospitals.service.js';
import type { Round } from '../fieldwork/round.entity.js';
import { FrameService } from '../frame/frame.service.js';
import { DomainError } from '../platform/domain-error.js';
import { CSV_TYPE, csvText } from '../platform/csv-text.js';
import { LiveRoundService } from './live-round.service.js';
import { type PreparedAnswer, prepareAnswer } from './prepared-answer.js';

/** What a lead chose; texts as they were typed. */
export interface TrackerChoice {
  readonly level: TrackLevel;
  /** A share such as `1/2` or `50%`. */
  readonly threshold: string;
  /** e of methods D4 as a share; '' = not known. */
  readonly eligibleShare: string;
  /** Variable of the closed question that is held against the threshold; '' = the indicators, else the first question. */
  readonly question: string;
}

/** A running round as its lead follows it, at one moment. */
export interface TrackerState {
  readonly round: Round;
  readonly asAt: string;
  readonly threshold: RationalShare;
  readonly tracked: TrackedRound;
  /** The closed questions that can be held against the threshold. */
  readonly questions: readonly ClosedQuestion[];
  /** Variable of the one that is; '' = the indicators are. */
  readonly question: string;
  readonly toRing: readonly HospitalToRing[];
}

/** Follows the replies of a running round, from the same live state that the lead's page shows. */
@Injectable()
export class TrackerService {
  constructor(
    private readonly live: LiveRoundService,
    private readonly invitations: InvitedHospitals,
    private readonly frame: FrameService,
  ) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope; NOT_FOUND; BAD_INPUT for a share that is none; CONFLICT where nobody is asked */
  async track(actor: Pick<Actor, 'grants'>, roundId: string, choice: TrackerChoice): Promise<TrackerState> {
    const { level } = choice;
    const threshold = shareOf(choice.threshold, 'threshold');
    const eligible =
      choice.eligibleShare.trim() === '' ? null : shareOf(choice.eligibleShare, 'eligibleShare');
    const { round, asAt, closed, indicators, dataset } = await this.live.state(actor, roundId);
    const hospitals = this.frame.listHospitals(round.frameId);
    if (round.kind === 'published_facts' || hospitals.length === 0)
      throw new DomainError(
        'CONFLICT',
        'There are no replies to follow: this round holds what a report published, or its frame is empty.',
        'roundId',
        'Choose a round that asks hospitals.',
      );
    const question = chosenQuestion(choice.question, closed, indicators.length > 0);
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
      level,
      threshold,
      ...(question !== undefined && { counted: question.options }),
      eligibleShare: eligible === null ? 'not_known' : eligible.numerator / eligible.denominator,
    });
    return {
      round,
      asAt,
      threshold,
      tracked,
      questions: closed,
      question: question?.variable ?? '',
      toRing: whomToRing(tracked, level),
    };
  }

  /**
   * The silent hospitals as a file, in the order in which to ring them; kept by nobody on the way.
   * @throws DomainError as `track`
   */
  async chaseList(actor: Pick<Actor, 'grants'>, roundId: string, level: TrackLevel): Promise<PreparedAnswer> {
    const choice = { level, threshold: '1/2', eligibleShare: '', question: '' };
    const { round, asAt, toRing } = await this.track(actor, roundId, choice);
    return prepareAnswer(csvText(toChaseList({ round, asAt, toRing })), {
      contentType: CSV_TYPE,
      fileName: liveFileName(round, 'chase-list', 'csv'),
      cacheControl: 'private, no-store',
    });
  }
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

function shareOf(text: string, field: string): RationalShare {
  const parsed = parseShare(text, field);
  if ('share' in parsed) return parsed.share;
  const { message, mend } = parsed.problem;
  throw new DomainError('BAD_INPUT', message, field, mend);
}
