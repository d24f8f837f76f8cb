import type { Breakdown, Figure } from '@liaison-atlas/shared/analysis/figures';
import { INDICATOR_DEFINITIONS } from '@liaison-atlas/shared/analysis/indicator-definitions';
import { howAsked } from '@liaison-atlas/shared/analysis/how-asked';
import { INDICATOR_IDS } from '@liaison-atlas/shared/analysis/indicator-result';
import type { AnyIndicator } from '@liaison-atlas/shared/analysis/instrument-indicators';
import { breakdownsOf, type RoundFigures } from '@liaison-atlas/shared/analysis/round-figures';
import { RELEASED_BREAKDOWNS, releasedFigures } from '@liaison-atlas/shared/publication/released-figures';
import type { ReleaseStamp } from '@liaison-atlas/shared/publication/release-stamp';
import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { FiguresService, type LiveChange } from '../analysis/figures.service.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService } from '../fieldwork/round.service.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { Clock } from '../platform/clock.js';
import { CODE_VERSION } from '../platform/code-version.js';
import { DomainError } from '../platform/domain-error.js';
import { ReleaseStore } from './release-store.service.js';

/** What somebody wants to see. */
export interface FigureChoice {
  readonly roundId: string;
  /** An indicator that the round does not have gives its first; the answer says which it is. */
  readonly indicator: string;
  readonly by: Breakdown;
}

/** What figures were made from, so that they can be made again. */
export interface FigureBasis {
  readonly live: boolean;
  readonly asAt: string;
  readonly release: ReleaseStamp | null;
  /** Number of the freeze that it stands on; null = the answers as they stood. */
  readonly freeze: number | null;
  readonly answersHash: string;
  readonly codeVersion: string;
  readonly instrumentVersion: string;
  /** How the indicator was asked for, where versions of the questionnaire differ; '' = nothing to say. */
  readonly howAsked: string;
  readonly frameTitle: string;
  readonly frameHash: string;
}

/** A hospital of the frame, by the name it is shown with, and where it lies. */
export interface TracedHospital {
  readonly odsCode: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A table of figures with its traces. */
export interface Explored extends Partial<Pick<RoundFigures, 'byGroup' | 'checks' | 'paired'>> {
  readonly round: Round;
  readonly basis: FigureBasis;
  readonly indicator: AnyIndicator;
  readonly indicators: readonly AnyIndicator[];
  readonly by: Breakdown;
  readonly breakdowns: readonly Breakdown[];
  readonly figures: readonly Figure[];
  readonly hospitals: readonly TracedHospital[];
  readonly notes: readonly string[];
}

/** Figures by indicator, breakdown and round: for everybody from releases, for analysts from the live state too. */
@Injectable()
export class ExploreService {
  constructor(
    private readonly rounds: RoundService,
    private readonly store: ReleaseStore,
    private readonly figures: FiguresService,
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
    private readonly clock: Clock,
  ) {}

  /** From the newest release of a round, or the one of that number, and from nothing else; null = there is none. */
  async released({ roundId, indicator: id, by }: FigureChoice, number?: number): Promise<Explored | null> {
    const release =
      number === undefined ? await this.store.findLatest(roundId) : await this.store.find(roundId, number);
    if (release === null) return null;
    const { document, stamp, freeze } = release;
    const indicators = INDICATOR_IDS.filter((one) =>
      document.indicators.some((result) => result.id === one),
    ).map((one) => INDICATOR_DEFINITIONS[one]);
    const indicator = indicators.find((one) => one.id === id) ?? indicators[0];
    if (indicator === undefined) return null;
    const breakdowns = document.areaFigures ? RELEASED_BREAKDOWNS : (['england'] as const);
    const round = await this.rounds.get(document.round.id);
    return {
      round,
      basis: {
        live: false,
        asAt: document.asAt,
        release: stamp,
        freeze,
        answersHash: '',
        codeVersion: document.codeVersion,
        instrumentVersion: document.instrument.version,
        howAsked: await this.howAsked(round, indicator),
        frameTitle: document.frame.title,
        frameHash: document.frame.hash,
      },
      indicator,
      indicators,
      by: breakdowns.find((one) => one === by) ?? 'england',
      breakdowns,
      ...releasedFigures(document, indicator.id, by),
      hospitals: document.hospitals.map(({ odsCode, name, latitude, longitude }) => ({
        odsCode,
        name,
        latitude,
        longitude,
      })),
    };
  }

  /**
   * From the answers as they stand now.
   * @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND; CONFLICT for a round without answers
   */
  async live(actor: Pick<Actor, 'grants'>, { roundId, indicator: id, by }: FigureChoice): Promise<Explored> {
    requireAccess(actor, 'ReadAnalysis', { round: roundId });
    const round = await this.rounds.get(roundId);
    const asAt = this.clock.now();
    const { hospitals, answersHash, ...made } = await this.figures.live(round, id, by);
    const { title, hash } = this.frame.getFrame(round.frameId);
    const breakdowns = breakdownsOf(made.indicator);
    return {
      ...made,
      round,
      basis: {
        live: true,
        asAt,
        release: null,
        freeze: null,
        answersHash,
        codeVersion: CODE_VERSION,
        instrumentVersion: round.instrumentVersion,
        howAsked: await this.howAsked(round, made.indicator),
        frameTitle: title,
        frameHash: hash,
      },
      by: breakdowns.find((one) => one === by) ?? 'england',
      breakdowns,
      hospitals: hospitals.map(({ odsCode, name, latitude, longitude }) => ({
        odsCode,
        name: displayName(round.kind, name),
        latitude,
        longitude,
      })),
      notes: ['Unreleased: these figures can change with every answer, and are for the survey team.'],
    };
  }

  private async howAsked(round: Round, { item }: AnyIndicator): Promise<string> {
    return howAsked(item, await this.instruments.contentOf(round));
  }

  /**
   * Change between two rounds of which the actor may see both.
   * @throws DomainError FORBIDDEN, NOT_FOUND, BAD_INPUT; CONFLICT where invented and real answers would mix
   */
  async change(
    actor: Pick<Actor, 'grants'>,
    choice: { readonly fromRoundId: string; readonly toRoundId: string; readonly indicator: string },
  ): Promise<LiveChange & { readonly from: Round; readonly to: Round }> {
    requireAccess(actor, 'ReadAnalysis', { round: choice.fromRoundId });
    requireAccess(actor, 'ReadAnalysis', { round: choice.toRoundId });
    const [from, to] = [await this.rounds.get(choice.fromRoundId), await this.rounds.get(choice.toRoundId)];
    if ((from.kind === 'synthetic') !== (to.kind === 'synthetic'))
      throw new DomainError(
        'CONFLICT',
        'Invented and real answers are never compared.',
        'fromRoundId',
        'Choose two rounds of one kind.',
      );
    return { ...(await this.figures.change(from, to, choice.indicator)), from, to };
  }
}
