import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { Allow } from '../../access/allow.decorator.js';
import { ClientAddress } from '../../access/client-address.js';
import { RegisterCorrections } from './register-corrections.service.js';
import { RegisterResult } from './register-inbox.model.js';
import { toRegisterResult } from './register-inbox.resolver.js';
import { RegisterLimit } from './register-limit.js';
import { RegisterServiceModel } from './register.model.js';
import { TeamQuestions } from './team-questions.service.js';

const TRAP = "Leave it ''; people do not see this box.";

/** What readers without an account can send: corrections, and questions to a team. */
@Resolver(() => RegisterServiceModel)
export class RegisterReadersResolver {
  constructor(
    private readonly corrections: RegisterCorrections,
    private readonly questions: TeamQuestions,
    private readonly limit: RegisterLimit,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether a question can be passed on to the team.' })
  canBeAsked(@Parent() { id }: RegisterServiceModel): Promise<boolean> {
    return this.questions.canBeAsked(id);
  }

  @Mutation(() => RegisterResult, {
    description: 'A correction, or a service that is missing; a person decides.',
  })
  @Allow('Public')
  async sendCorrection(
    @ClientAddress() address: string,
    @Args('serviceId', { type: () => ID, description: "'' = a service that is missing." }) serviceId: string,
    @Args('odsCode', { type: () => ID, description: "'' = no hospital in particular." }) odsCode: string,
    @Args('text') text: string,
    @Args('email', { description: "'' = no answer is wanted." }) email: string,
    @Args('website', { description: TRAP }) website: string,
  ): Promise<typeof RegisterResult> {
    await this.limit.require(address);
    const result = await this.corrections.send({ serviceId, odsCode, text, email, website });
    return toRegisterResult(result, 'Thank you. A person will read it.');
  }

  @Mutation(() => RegisterResult, {
    description: 'Passes a question on to the team; its address stays unseen.',
  })
  @Allow('Public')
  async askTeam(
    @ClientAddress() address: string,
    @Args('serviceId', { type: () => ID }) serviceId: string,
    @Args('text') text: string,
    @Args('email', { description: 'Where the team can answer.' }) email: string,
    @Args('website', { description: TRAP }) website: string,
  ): Promise<typeof RegisterResult> {
    await this.limit.require(address);
    const result = await this.questions.ask(serviceId, { text, email, website });
    return toRegisterResult(result, 'Your question is on its way to the team.');
  }
}
