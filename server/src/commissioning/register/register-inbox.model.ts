import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';
import { ProblemModel } from '../../graphql/problem.model.js';

export const ProposalVerdictEnum = enumOf(['confirmed', 'declined'] as const);
registerEnumType(ProposalVerdictEnum, { name: 'ProposalVerdict' });
export const CorrectionVerdictEnum = enumOf(['accepted', 'declined'] as const);
registerEnumType(CorrectionVerdictEnum, { name: 'CorrectionVerdict' });

@ObjectType('RegisterProposal', { description: 'A fact of a release that waits for a person.' })
export class RegisterProposalModel {
  @Field(() => ID, { description: 'The same for every release of the round.' }) key: string;
  @Field(() => ID) odsCode: string;
  @Field() hospital: string;
  @Field({ description: 'in_reach or other_provision.' }) fact: string;
  @Field({ description: 'Name under which a new service would be entered.' }) name: string;
  @Field({ description: 'Round and number of the release.' }) reference: string;
  @Field({ description: 'First day of the last month that the answers describe.' }) confirmedOn: string;
}

@ObjectType('ReaderCorrection', { description: 'What a reader wrote; erased after 180 days.' })
export class ReaderCorrectionModel {
  @Field(() => ID) id: string;
  @Field(() => ID, { description: "'' = a service that is missing." }) serviceId: string;
  @Field() serviceName: string;
  @Field(() => ID, { description: "'' = no hospital in particular." }) odsCode: string;
  @Field() hospital: string;
  @Field() text: string;
  @Field() createdAt: string;
  @Field() wantsAnswer: boolean;
}

@ObjectType({ description: 'What waits for those who keep the register.' })
export class RegisterInbox {
  @Field(() => [RegisterProposalModel]) proposals: RegisterProposalModel[];
  @Field(() => Int, { description: 'How many corrections wait in all.' }) correctionsWaiting: number;
  @Field(() => [ReaderCorrectionModel], { description: 'A page of them, the oldest first.' })
  corrections: ReaderCorrectionModel[];
}

@InputType()
export class DecideProposalInput {
  @Field(() => ID) key: string;
  @Field(() => ProposalVerdictEnum) verdict: keyof typeof ProposalVerdictEnum;
  @Field({ description: "Why it is declined; '' when it is confirmed." }) reason: string;
  @Field(() => ID, { description: "The service that it belongs to; '' = a new one." }) serviceId: string;
  @Field(() => Int, { description: '0 for a new service.' }) expectedRevision: number;
}

@ObjectType({ description: 'It was stored or passed on.' })
export class RegisterDone {
  @Field({ description: 'What to tell whoever did it.' }) said: string;
}

@ObjectType({ description: 'Nothing was stored; these can be put right.' })
export class RegisterRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

export const RegisterResult = createUnionType({
  name: 'RegisterResult',
  types: () => [RegisterDone, RegisterRefused] as const,
  resolveType: (value: RegisterDone | RegisterRefused) =>
    'problems' in value ? RegisterRefused : RegisterDone,
});
