import { ID, Mutation, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { PracticeService } from './practice.service.js';

/** The round to practise in, over GraphQL. */
@Resolver()
export class PracticeResolver {
  constructor(private readonly practice: PracticeService) {}

  @Mutation(() => ID, {
    description: 'In a demonstration: the id of a synthetic round of eighty forms to practise cleaning in.',
  })
  @Allow('CleanRound')
  startCleaningPractice(@CurrentActor() actor: Actor): Promise<string> {
    return this.practice.start(actor);
  }
}
