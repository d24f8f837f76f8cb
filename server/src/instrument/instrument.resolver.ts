import { askedWhen } from '@liaison-atlas/shared/instrument/asked-when';
import { comparabilityTo } from '@liaison-atlas/shared/instrument/comparability';
import { type Instrument, questionsOf } from '@liaison-atlas/shared/instrument/instrument';
import { Query, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import type { InstrumentVersion } from './instrument-version.entity.js';
import { InstrumentVersionModel } from './instrument.model.js';
import { InstrumentService } from './instrument.service.js';

/** The questionnaires, as anyone may read them. */
@Resolver(() => InstrumentVersionModel)
export class InstrumentResolver {
  constructor(private readonly instruments: InstrumentService) {}

  @Query(() => [InstrumentVersionModel], {
    name: 'instruments',
    description: 'Published questionnaires, oldest first.',
  })
  @Allow('Public')
  async list(): Promise<InstrumentVersionModel[]> {
    return (await this.instruments.list()).map(toModel);
  }
}

function toModel({ key, version, status, content, contentHash }: InstrumentVersion): InstrumentVersionModel {
  const instrument = JSON.parse(content) as Instrument;
  return {
    key,
    version,
    status,
    contentHash,
    changeNote: instrument.changeNote,
    questions: questionsOf(instrument).map((question) => ({
      variable: question.variable,
      type: question.type,
      text: question.text.en,
      help: question.help?.en ?? '',
      askedWhen: askedWhen(instrument, question),
      required: question.required,
      options: (question.options ?? []).map((option) => ({
        code: option.code,
        label: option.label.en,
        kind: option.kind,
      })),
      privacy: question.privacy,
      publication: question.publication,
      source: question.source,
    })),
    comparability: comparabilityTo(version).map((note) => ({ ...note })),
  };
}
