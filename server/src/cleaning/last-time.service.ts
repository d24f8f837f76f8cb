import type { FactsOfHospital } from '@liaison-atlas/shared/cleaning/last-time';
import { factsOfLastTime } from '@liaison-atlas/shared/cleaning/last-time';
import type { AnsweringView } from '@liaison-atlas/shared/fieldwork/answering-view';
import type { LastTime } from '@liaison-atlas/shared/fieldwork/to-respond-page';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../database/unit-of-work.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { KeptByVersion } from '../platform/kept-by-version.js';
import { DatasetService } from './dataset.service.js';

/**
 * What a hospital said in the round that the present one was made from, as far as a link of the same hospital may see
 * it. Real and invented rounds never meet here.
 */
@Injectable()
export class LastTimeService {
  /** Per earlier round and present questionnaire; made anew when the earlier round has changed. */
  private readonly kept = new KeptByVersion<ReadonlyMap<string, FactsOfHospital>>();

  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly instruments: InstrumentService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** undefined = there is nothing to ask about. `instrument` is what is asked now. */
  async of(
    round: AnsweringView['round'],
    instrument: Instrument,
    odsCode: string,
  ): Promise<LastTime | undefined> {
    if (round.basedOn == null || odsCode === '') return undefined;
    const earlier = await this.rounds.find(round.basedOn);
    if (earlier === null || earlier.kind !== round.kind) return undefined;
    const facts = (await this.current(earlier, instrument)).get(odsCode);
    return facts === undefined ? undefined : { roundTitle: earlier.title, facts };
  }

  private async current(earlier: Round, later: Instrument): Promise<ReadonlyMap<string, FactsOfHospital>> {
    const version = await this.unitOfWork.version(roundTopic(earlier.id));
    const key = `${earlier.id} ${later.key} ${later.version}`;
    return this.kept.get(key, version, () => this.read(earlier, later));
  }

  private async read(earlier: Round, later: Instrument): Promise<ReadonlyMap<string, FactsOfHospital>> {
    const { forms, dataset } = await this.datasets.clean(earlier);
    const versions = (await this.instruments.list()).filter(({ key }) => key === later.key);
    const series = versions.map(({ content }) => JSON.parse(content) as Instrument);
    const before = await this.instruments.contentOf(earlier);
    return factsOfLastTime({ forms, decisions: dataset.decisions, earlier: before, later, series });
  }
}
