import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import {
  MOST_ON_A_PAGE,
  RegisterCorrections,
  type WaitingCorrection,
} from './register-corrections.service.js';
import {
  CorrectionVerdictEnum,
  DecideProposalInput,
  type ReaderCorrectionModel,
  RegisterInbox,
  RegisterResult,
} from './register-inbox.model.js';
import { RegisterProposals } from './register-proposals.service.js';
import { ServiceRegister } from './service-register.service.js';
import { TeamQuestions } from './team-questions.service.js';

/** What came of it in one sentence, or why nothing was stored. */
export const toRegisterResult = (result: Result<unknown, Problem>, said: string): typeof RegisterResult =>
  result.ok ? { said } : { problems: [...result.problems] };

/** What waits for those who keep the register, and the address of a team; no rules here. */
@Resolver()
export class RegisterInboxResolver {
  constructor(
    private readonly proposals: RegisterProposals,
    private readonly corrections: RegisterCorrections,
    private readonly questions: TeamQuestions,
    private readonly register: ServiceRegister,
  ) {}

  @Query(() => RegisterInbox, { description: 'Of the hospitals that you keep.' })
  @Allow('ManageRegister')
  async registerInbox(
    @CurrentActor() actor: Actor,
    @Args('offset', { type: () => Int, defaultValue: 0, description: 'Of the corrections.' }) offset: number,
    @Args('limit', { type: () => Int, defaultValue: 25, description: `At most ${MOST_ON_A_PAGE}.` })
    limit: number,
  ): Promise<RegisterInbox> {
    const { total, corrections } = await this.corrections.waiting(actor, { offset, limit });
    const proposals = await this.proposals.waiting(actor);
    const names = new Map((await this.register.all()).map(({ id, facts }) => [id, facts.name]));
    return {
      proposals: proposals.map(({ key, odsCode, hospital, fact, facts, stamp }) => ({
        key,
        odsCode,
        hospital,
        fact,
        name: facts.name,
        reference: stamp.reference,
        confirmedOn: stamp.confirmedOn,
      })),
      correctionsWaiting: total,
      corrections: corrections.map((each) => this.toCorrection(each, names)),
    };
  }

  @Mutation(() => RegisterResult, { description: 'Takes a fact of a release over, or declines it for good.' })
  @Allow('ManageRegister')
  async decideProposal(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideProposalInput,
  ): Promise<typeof RegisterResult> {
    const said = input.verdict === 'confirmed' ? 'It stands in the register.' : 'It was declined.';
    return toRegisterResult(await this.proposals.decide(actor, input), said);
  }

  @Mutation(() => RegisterResult, {
    description: 'Notes what became of a correction, and tells who sent it.',
  })
  @Allow('ManageRegister')
  async decideCorrection(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('verdict', { type: () => CorrectionVerdictEnum }) verdict: keyof typeof CorrectionVerdictEnum,
    @Args('reason', { description: "Why it is declined; '' when it is accepted." }) reason: string,
  ): Promise<typeof RegisterResult> {
    const said = verdict === 'accepted' ? 'Noted as taken over.' : 'It was declined.';
    return toRegisterResult(await this.corrections.decide(actor, id, verdict, reason), said);
  }

  @Mutation(() => RegisterResult, {
    description: "Where questions to the team go; '' takes it away. It is never shown again.",
  })
  @Allow('ManageRegister')
  async setTeamAddress(
    @CurrentActor() actor: Actor,
    @Args('serviceId', { type: () => ID }) serviceId: string,
    @Args('email') email: string,
  ): Promise<typeof RegisterResult> {
    const result = await this.questions.setAddress(actor, serviceId, email);
    const onFile = result.ok && result.value;
    return toRegisterResult(result, onFile ? 'The team can be asked.' : 'No address is on file.');
  }

  private toCorrection(
    { row, wantsAnswer }: WaitingCorrection,
    names: ReadonlyMap<string, string>,
  ): ReaderCorrectionModel {
    const { id, serviceId, odsCode, text, createdAt } = row;
    return {
      id,
      serviceId: serviceId ?? '',
      serviceName: names.get(serviceId ?? '') ?? '',
      odsCode,
      hospital: odsCode === '' ? '' : this.register.hospitalName(odsCode),
      text,
      createdAt,
      wantsAnswer,
    };
  }
}
