import { parseShare } from '@liaison-atlas/shared/analysis/parse-share';
import type { RationalShare } from '@liaison-atlas/shared/analysis/threshold';
import type { TrackLevel } from '@liaison-atlas/shared/analysis/track-round';
import { toChaseList } from '@liaison-atlas/shared/publication/to-chase-list';
import { liveFileName } from '@liaison-atlas/shared/publication/file-name';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../access/actor.js';
import { DomainError } from '../../platform/domain-error.js';
import { CSV_TYPE, csvText } from '../../platform/csv-text.js';
import type { TrackerState } from './live-questions.js';
import { LiveRoundService } from './live-round.service.js';
import { type PreparedAnswer, prepareAnswer } from '../prepared-answer.js';

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

/** A running round as its lead follows it, at one moment, with the threshold that was meant. */
export interface Tracked extends TrackerState {
  readonly threshold: RationalShare;
}

/** Follows the replies of a running round, from the same live state that the lead's page shows. */
@Injectable()
export class TrackerService {
  constructor(private readonly live: LiveRoundService) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope; NOT_FOUND; BAD_INPUT for a share that is none; CONFLICT where nobody is asked */
  async track(actor: Pick<Actor, 'grants'>, roundId: string, choice: TrackerChoice): Promise<Tracked> {
    const { level, question } = choice;
    const threshold = shareOf(choice.threshold, 'threshold');
    const eligible =
      choice.eligibleShare.trim() === '' ? null : shareOf(choice.eligibleShare, 'eligibleShare');
    const eligibleShare = eligible === null ? 'not_known' : eligible.numerator / eligible.denominator;
    const by = { level, threshold, eligibleShare, question } as const;
    return { ...(await this.live.tracked(actor, roundId, by)), threshold };
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

function shareOf(text: string, field: string): RationalShare {
  const parsed = parseShare(text, field);
  if ('share' in parsed) return parsed.share;
  const { message, mend } = parsed.problem;
  throw new DomainError('BAD_INPUT', message, field, mend);
}
