import type { ClosedQuestion } from '@liaison-atlas/shared/analysis/closed-questions';
import type { IndicatorResult } from '@liaison-atlas/shared/analysis/indicator-result';
import type { QuestionTally } from '@liaison-atlas/shared/analysis/question-tallies';
import type { RationalShare } from '@liaison-atlas/shared/analysis/threshold';
import type { TrackedRound, TrackLevel } from '@liaison-atlas/shared/analysis/track-round';
import type { HospitalToRing } from '@liaison-atlas/shared/analysis/whom-to-ring';
import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { LiveGeoJson } from '@liaison-atlas/shared/publication/live-geojson';
import type { SourcedNote } from '@liaison-atlas/shared/publication/release';
import type { RegionReplies } from '@liaison-atlas/shared/publication/to-compare-page';

import type { Round } from '../../fieldwork/round.entity.js';
import type { PreparedAnswer } from '../prepared-answer.js';

/** All that is shown of a running round together, of one moment. */
export interface WholeLiveRound {
  readonly round: Round;
  readonly asAt: string;
  readonly ledger: AnalysisDataset['ledger'];
  readonly frameSize: number;
  /** Empty where the questionnaire does not ask about IAPT. */
  readonly indicators: readonly IndicatorResult[];
  readonly questions: readonly QuestionTally[];
  /** Where it is not, nothing of the round can be published by name. */
  readonly consentAsked: boolean;
  /** Every hospital of the frame with its latest state. */
  readonly hospitals: readonly LiveGeoJson['features'][number]['properties'][];
  /** What only a person can decide, in words with counts; empty = nothing waits. */
  readonly waiting: readonly SourcedNote[];
}

/** How a lead follows the replies; checked already. */
export interface TrackedBy {
  readonly level: TrackLevel;
  readonly threshold: RationalShare;
  /** e of methods D4, from 0 to 1. */
  readonly eligibleShare: number | 'not_known';
  /** Variable of the closed question that is held against the threshold; '' = the indicators, else the first question. */
  readonly question: string;
}

/** A running round as its lead follows it, at one moment. */
export interface TrackerState {
  readonly round: Round;
  readonly asAt: string;
  readonly tracked: Pick<TrackedRound, 'england' | 'areas'>;
  /** The closed questions that can be held against the threshold. */
  readonly questions: readonly ClosedQuestion[];
  /** Variable of the one that is; '' = the indicators are. */
  readonly question: string;
  readonly toRing: readonly HospitalToRing[];
}

/** The map feed, ready to send but for its bytes: those that came from a thread are no buffers any more. */
export type PackedMap = Omit<PreparedAnswer, Packing> & Readonly<Record<Packing, Uint8Array>>;
type Packing = 'plain' | 'br' | 'gzip';

/**
 * What can be asked about a round while it runs, and what is answered: plain data on both sides, since it may be sent to a thread and
 * back. Who may ask is decided before.
 */
export interface LiveQuestions {
  readonly whole: { readonly asks: { readonly roundId: string }; readonly answer: WholeLiveRound };
  readonly map: { readonly asks: { readonly roundId: string }; readonly answer: PackedMap };
  readonly tracked: {
    readonly asks: { readonly roundId: string; readonly by: TrackedBy };
    readonly answer: TrackerState;
  };
  /** How many hospitals of a region have answered; null = the round asks no hospital there. */
  readonly replies: {
    readonly asks: { readonly roundId: string; readonly regionCode: string };
    readonly answer: RegionReplies | null;
  };
  /** Works the round out for whoever asks next. */
  readonly ready: { readonly asks: { readonly roundId: string }; readonly answer: null };
}

export type LiveKind = keyof LiveQuestions;

/** One question with what it is about. */
export interface LiveQuestion<Kind extends LiveKind = LiveKind> {
  readonly kind: Kind;
  readonly asks: LiveQuestions[Kind]['asks'];
}
