import { Args, Mutation, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import { UNUSABLE_LINK } from './unusable-link.js';
import { ResponseWithdrawn, WithdrawResponseInput, WithdrawResponseResult } from './withdrawal.model.js';
import { WithdrawalService } from './withdrawal.service.js';

/** Translates between GraphQL and the withdrawal of answers. */
@Resolver(() => ResponseWithdrawn)
export class WithdrawalResolver {
  constructor(private readonly withdrawal: WithdrawalService) {}

  @Mutation(() => WithdrawResponseResult, {
    description: "Erases a team's answers for good; that a form was withdrawn is all that is kept.",
  })
  @Allow('AnswerWithToken')
  async withdrawResponse(
    @Args('input') { token }: WithdrawResponseInput,
  ): Promise<typeof WithdrawResponseResult> {
    const result = await this.withdrawal.withdraw(token);
    if (result === 'unusable') throw UNUSABLE_LINK();
    return result.ok ? result.value : { problems: [...result.problems] };
  }
}
