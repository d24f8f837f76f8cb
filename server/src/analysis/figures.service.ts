import { createHash } from 'node:crypto';

import {
  changeBetweenRounds,
  type RoundChange,
  type SitePosition,
} from '@liaison-atlas/shared/analysis/change-between-rounds';
import { changeVerdict } from '@liaison-atlas/shared/analysis/change-verdict';
import { type Breakdown, type Figure, figureTable } from '@liaison-atlas/shared/analysis/figures';
import { type GroupFacts, NO_GROUP_FACTS } from '@liaison-atlas/shared/analysis/figure-groups';
import { indicatorPosition } from '@liaison-atlas/shared/analysis/indicator-position';
import { type AnyIndicator, indicatorsOf } from '@liaison-atlas/shared/analysis/instrument-indicators';
import { type RoundFigures, roundFigures } from '@liaison-atlas/shared/analysis/round-figures';
import { hospitalSizes, type NamedGroup } from '@liaison-atlas/shared/frame/hospital-sizes';
import { TRUST_STRATA, type TrustStratum } from '@liaison-atlas/shared/frame/strata';
import { Injectable } from '@nestjs/common';

import { DatasetService, membersOf } from '../cleaning/dataset.service.js';
import type { ReferenceHospital } from '@liaison-atlas/shared/frame/frame-records';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { DomainError } from '../platform/domain-error.js';
import { RecordedTiers } from './recorded-tiers.js';

/** A round, as the service that cleans it takes it. */
export type CleanableRound = Parameters<DatasetService['clean']>[0];

/** Figures of the live state of a round, with what they can be traced to. */
export interface LiveFigures extends RoundFigures {
  readonly indicator: AnyIndicator;
  readonly indicators: readonly AnyIndicator[];
  readonly hospitals: readonly ReferenceHospital[];
  /** SHA-256 over the ids and revisions of all submitted forms: the same answers give the same hash. */
  readonly answersHash: string;
}

/** The change of one indicator between two rounds. */
export interface LiveChange extends RoundChange {
  readonly indicator: AnyIndicator;
  /** All hospitals of each round's frame, for their bounds side by side; null where nothing may be compared. */
  readonly before: Figure | null;
  readonly after: Figure | null;
  /** Every hospital of either frame by the code that it has there, with its name. */
  readonly hospitals: readonly ReferenceHospital[];
}

/**
 * Makes figures from the cleaned answers of a round. Nothing is stored and nothing is decided here: cleaning says what
 * each hospital's position is, the rules of `shared/src/analysis` what follows. Who may see them is for the caller.
 */
@Injectable()
export class FiguresService {
  constructor(
    private readonly datasets: DatasetService,
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
    private readonly tiers: RecordedTiers,
  ) {}

  /** Every indicator that the round's questionnaire can answer. */
  async indicators(round: CleanableRound): Promise<readonly AnyIndicator[]> {
    return indicatorsOf(await this.instruments.contentOf(round));
  }

  /**
   * Figures of one indicator by one breakdown; the first indicator where the round has none of that id.
   * @throws DomainError CONFLICT for a round of published facts, an empty frame, or no closed question
   */
  async live(round: CleanableRound, id: string, by: Breakdown): Promise<LiveFigures> {
    const hospitals = this.frame.listHospitals(round.frameId);
    const indicators = await this.indicators(round);
    const indicator = indicators.find((one) => one.id === id) ?? indicators[0];
    if (round.kind === 'published_facts' || hospitals.length === 0 || indicator === undefined)
      throw new DomainError(
        'CONFLICT',
        'This round has no answers from which figures could be made.',
        'roundId',
        'Choose its released figures, or a round that asks hospitals closed questions.',
      );
    const { dataset, forms } = await this.datasets.clean(round);
    return {
      ...roundFigures({
        dataset,
        hospitals,
        indicator,
        by,
        facts: await this.factsOf(round.frameId),
      }),
      indicator,
      indicators,
      hospitals,
      answersHash: createHash('sha256').update(membersOf(forms).join('\n')).digest('hex'),
    };
  }

  /**
   * What became of an indicator between two rounds, on hospitals that answered in both.
   * @throws DomainError CONFLICT as `live`; BAD_INPUT where the rounds have no such indicator in common, or it is an
   *   opinion: single hospitals could be told from a table of changes
   */
  async change(from: CleanableRound, to: CleanableRound, id: string): Promise<LiveChange> {
    const [before, after] = [await this.positions(from, id), await this.positions(to, id)];
    if (after.indicator.disclosureClass !== 'organisations')
      throw new DomainError(
        'BAD_INPUT',
        'Changes of opinions are not shown: a table of changes could tell single hospitals.',
        'indicator',
        'Choose a question about the service.',
      );
    const verdict = changeVerdict(
      after.indicator.item,
      await this.instruments.contentOf(from),
      await this.instruments.contentOf(to),
    );
    const change = changeBetweenRounds(before.positions, after.positions, verdict);
    const england = ({ positions }: typeof before): Figure | null =>
      change.comparable ? (figureTable(positions, [], positions.length)[0] ?? null) : null;
    return {
      ...change,
      indicator: after.indicator,
      before: england(before),
      after: england(after),
      hospitals: [
        ...new Map(
          [from, to]
            .flatMap((round) => this.frame.listHospitals(round.frameId))
            .map((hospital) => [hospital.odsCode, hospital]),
        ).values(),
      ],
    };
  }

  private async positions(
    round: CleanableRound,
    id: string,
  ): Promise<{ readonly indicator: AnyIndicator; readonly positions: readonly SitePosition[] }> {
    const indicator = (await this.indicators(round)).find((one) => one.id === id);
    if (round.kind === 'published_facts' || indicator === undefined)
      throw new DomainError(
        'BAD_INPUT',
        'The two rounds have no answers of single hospitals to this question in common.',
        'indicator',
        'Choose two rounds that asked it; a published report gives totals only.',
      );
    const { dataset } = await this.datasets.clean(round);
    const siteOf = new Map(
      this.frame.listHospitals(round.frameId).map(({ odsCode, siteId }) => [odsCode, siteId]),
    );
    return {
      indicator,
      positions: dataset.hospitals.map((record) => ({
        site: siteOf.get(record.odsCode) ?? record.odsCode,
        odsCode: record.odsCode,
        position: indicatorPosition(record, indicator),
      })),
    };
  }

  /** What is known of the hospitals of a frame beyond their columns. Tiers are those that the register holds today. */
  private async factsOf(frameId: string): Promise<GroupFacts> {
    const { odsCodes, facts } = this.frame.getFrame(frameId);
    const sizes = hospitalSizes(
      odsCodes.map((odsCode) => ({
        odsCode,
        own: facts.get(odsCode)?.sizeBand ?? 'not_known',
        ofTrust: this.frame.findAttendances(odsCode),
      })),
    );
    const tiers = await this.tiers.read();
    return {
      trustTypeOf: (trustCode) => this.trustTypeOf(trustCode),
      sizeOf: (odsCode) => sizes.get(odsCode) ?? NO_GROUP_FACTS.sizeOf(odsCode),
      tierOf: (odsCode) => tiers.get(odsCode) ?? NO_GROUP_FACTS.tierOf(odsCode),
      planOf: (odsCode) =>
        PLAN_GROUPS[facts.get(odsCode)?.planMember ?? ''] ?? NO_GROUP_FACTS.planOf(odsCode),
    };
  }

  private trustTypeOf(trustCode: string): TrustStratum {
    const type = this.frame.findTrust(trustCode)?.trustType;
    return TRUST_STRATA.find((known) => known === type) ?? 'not_known';
  }
}

const PLAN_GROUPS: Readonly<Record<string, NamedGroup>> = {
  yes: { code: 'yes', name: 'member of PLAN' },
  no: { code: 'no', name: 'not a member of PLAN' },
};
