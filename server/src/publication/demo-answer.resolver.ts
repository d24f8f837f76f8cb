import { Mutation, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import { DemoLinkService } from '../fieldwork/demo-link.service.js';
import { DemoAnswerModel } from './live/live-round.model.js';

/** "Answer as a synthetic hospital" on the home page of demo mode. */
@Resolver(() => DemoAnswerModel)
export class DemoAnswerResolver {
  constructor(private readonly links: DemoLinkService) {}

  @Mutation(() => DemoAnswerModel, {
    description: 'Demo mode only: a live link to answer as a synthetic hospital.',
  })
  @Allow('Public')
  openDemoAnswer(): Promise<DemoAnswerModel> {
    return this.links.open();
  }
}
