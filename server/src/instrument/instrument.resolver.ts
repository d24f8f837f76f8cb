import { isPilotNumber } from '@liaison-atlas/shared/instrument/version-number';
import { Query, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import { InstrumentVersionModel } from './instrument.model.js';
import { InstrumentService } from './instrument.service.js';
import { toVersionModel } from './to-version-model.js';

/** The questionnaires, as anyone may read them. */
@Resolver(() => InstrumentVersionModel)
export class InstrumentResolver {
  constructor(private readonly instruments: InstrumentService) {}

  @Query(() => [InstrumentVersionModel], {
    name: 'instruments',
    description: 'Published questionnaires by series, oldest first.',
  })
  @Allow('Public')
  async list(): Promise<InstrumentVersionModel[]> {
    const versions = await this.instruments.list();
    return versions.filter(({ version }) => !isPilotNumber(version)).map(toVersionModel);
  }

  @Query(() => [InstrumentVersionModel], {
    description: 'Every frozen questionnaire, pilots among them, for those who design instruments.',
  })
  @Allow('DesignInstrument')
  async frozenInstruments(): Promise<InstrumentVersionModel[]> {
    return (await this.instruments.list()).map(toVersionModel);
  }
}
