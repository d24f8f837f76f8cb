import { setImmediate as breathe } from 'node:timers/promises';

import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import {
  applyDecisions,
  applyInSteps,
  type CleanedForms,
  type ResolveOptions,
} from '@liaison-atlas/shared/cleaning/apply-decisions';
import type { CleaningSettings } from '@liaison-atlas/shared/cleaning/cleaning-settings';
import type { RoundItems } from '@liaison-atlas/shared/cleaning/living/item-keys';
import type { Proposal } from '@liaison-atlas/shared/cleaning/proposal';
import { revisionKey } from '@liaison-atlas/shared/cleaning/decision';
import { RecordMemory } from '@liaison-atlas/shared/cleaning/record-memory';
import { toDataset } from '@liaison-atlas/shared/cleaning/resolve-forms';
import { withRefusals } from '@liaison-atlas/shared/cleaning/with-refusals';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import type { FrameName } from '@liaison-atlas/shared/frame/propose-match';
import { type Instrument, questionsOf } from '@liaison-atlas/shared/instrument/instrument';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, LessThanOrEqual, type Repository } from 'typeorm';

import type { Round } from '../fieldwork/round.entity.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { LastUsed } from '../platform/last-used.js';
import { takingTurns } from '../platform/taking-turns.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { settingsOf, toDecision, untouched } from './decision-rows.js';
import { NamingRefusals } from './naming-refusals.js';
import { readNeighbourhood } from './neighbourhood.js';
import { RoundCleaning } from './round-cleaning.entity.js';
import { RoundForms } from './round-forms.service.js';

/** What the rules and the decisions of people made of a round's forms, and the forms that they saw. */
export interface CleanedRound {
  readonly dataset: AnalysisDataset;
  readonly cleaned: CleanedForms;
  /** Every form of the round, those that do not count included: for asking a team about its own. */
  readonly forms: readonly Form[];
}

/** A round as it stands, for those who clean it: everything that a dataset leaves out, too. */
export interface RoundAsItStands {
  readonly cleaned: CleanedForms;
  readonly settings: CleaningSettings;
  readonly row: Omit<RoundCleaning, 'round'>;
  readonly forms: readonly Form[];
}

/** `responseId:revision` of every form that was submitted, sorted: what a figure can be traced to. */
export const membersOf = (forms: readonly Form[]): string[] =>
  forms
    .filter(({ revision }) => revision > 0)
    .map(revisionKey)
    .sort();

/** What of a round is taken: which revisions, which decisions, under which settings. */
export interface FrozenBasis {
  readonly settings: CleaningSettings;
  readonly members: readonly string[];
  /** Number of the last decision that counts. */
  readonly lastDecision: number;
}

/** Rounds of a questionnaire whose records are remembered. */
const ROUNDS = 10;

/**
 * Runs the rules of domain D3 and the decisions of people over the forms of a round. Nothing of the result is stored:
 * it can always be made again from what the teams sent and what people decided. Analysis gets its data here and nowhere
 * else, so a form that does not count reaches no figure, export or query.
 */
@Injectable()
export class DatasetService {
  /** Hospital records made before, by what is asked and by round. */
  private readonly records = new WeakMap<Instrument, LastUsed<string, RecordMemory>>();
  /** Names of a frame as the rules want them; the same as long as the frame is. */
  private readonly frames = new WeakMap<readonly FrameName[], readonly FrameName[]>();

  constructor(
    private readonly forms: RoundForms,
    @InjectRepository(CleaningDecision) private readonly decisions: Repository<CleaningDecision>,
    @InjectRepository(RoundCleaning) private readonly cleanings: Repository<RoundCleaning>,
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
    private readonly refusals: NamingRefusals,
  ) {}

  /** The round as it stands at this moment. */
  async clean(round: Round): Promise<CleanedRound> {
    const { cleaned, settings, forms } = await this.asItStands(round);
    return { dataset: await this.toDataset(round, cleaned, settings), cleaned, forms };
  }

  /**
   * What analysis may see of a cleaned round, its closed questions included. What a hospital refused when it was shown
   * its row is taken from its consent here, so that it holds wherever something is named or quoted.
   */
  async toDataset(
    round: Round,
    cleaned: CleanedForms,
    settings: Pick<CleaningSettings, 'mode'>,
  ): Promise<AnalysisDataset> {
    const instrument = await this.instruments.contentOf(round);
    const options = { ...this.optionsOf(round, settings), questions: questionsOf(instrument) };
    const dataset = toDataset(cleaned, options, this.memoryOf(instrument, round));
    await breathe();
    return withRefusals(dataset, await this.refusals.of(round.id));
  }

  private memoryOf(instrument: Instrument, { id }: Round): RecordMemory {
    const ofRounds = this.records.get(instrument) ?? new LastUsed<string, RecordMemory>(ROUNDS);
    const memory = ofRounds.get(id) ?? new RecordMemory();
    ofRounds.set(id, memory);
    this.records.set(instrument, ofRounds);
    return memory;
  }

  /** The same with what only cleaners see. */
  async asItStands(round: Round): Promise<RoundAsItStands> {
    const row = (await this.cleanings.findOneBy({ roundId: round.id })) ?? untouched(round.id);
    const settings = settingsOf(row);
    const forms = await this.forms.current(round);
    const decisions = await this.decisions.find({ where: { roundId: round.id }, order: { number: 'ASC' } });
    const steps = applyInSteps(forms, decisions.map(toDecision), this.optionsOf(round, settings));
    const cleaned = await takingTurns(steps);
    await breathe();
    return { cleaned, settings, row, forms };
  }

  /** The round as it was frozen, made again from the revisions and decisions that the freeze names. */
  async asFrozen(round: Round, basis: FrozenBasis): Promise<CleanedForms> {
    const forms = await this.forms.asOf(round, basis.members);
    const decisions = await this.decisions.find({
      where: { roundId: round.id, number: LessThanOrEqual(basis.lastDecision) },
      order: { number: 'ASC' },
    });
    return applyDecisions(forms, decisions.map(toDecision), this.optionsOf(round, basis.settings));
  }

  /** What a decision is checked against, read inside its unit. */
  near(
    manager: EntityManager,
    round: Round,
    about: readonly (Proposal & { readonly seenId: string })[],
  ): Promise<RoundItems> {
    return readNeighbourhood(manager, round, about, (rows) => this.forms.of(manager, round, rows));
  }

  optionsOf(round: Round, { mode }: Pick<CleaningSettings, 'mode'>): ResolveOptions {
    const hospitals = this.frame.listHospitals(round.frameId);
    const frame = this.frames.get(hospitals) ?? hospitals.map(toFrameName);
    this.frames.set(hospitals, frame);
    return { roundKind: round.kind, frame, unitOfAnalysis: round.settings.unitOfAnalysis, mode };
  }
}

const toFrameName = ({ odsCode, name, town }: FrameName): FrameName => ({ odsCode, name, town });
