import {
  RECORDED_MODES,
  type RecordedMode,
  SPOKEN_TO,
  type SpokenTo,
} from '@liaison-atlas/shared/fieldwork/recorded-answer';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { ProblemModel } from '../graphql/problem.model.js';

const RecordedModeEnum = enumOf(RECORDED_MODES);
registerEnumType(RecordedModeEnum, { name: 'RecordedMode', description: 'How an answer came.' });
const SpokenToEnum = enumOf(SPOKEN_TO);
registerEnumType(SpokenToEnum, {
  name: 'SpokenTo',
  description: 'Who answered, by their place in the team; never a name.',
});

@InputType()
export class RecordAnswerInput {
  @Field(() => ID) roundId: string;
  @Field(() => ID) odsCode: string;
  @Field(() => RecordedModeEnum) mode: RecordedMode;
  @Field({ description: 'Day of the call, or on which the paper came (YYYY-MM-DD).' }) takenOn: string;
  @Field(() => SpokenToEnum) spokenTo: SpokenTo;
}

@ObjectType({ description: 'The pages on which the answer is written down.' })
export class RecordingPath {
  @Field({ description: 'Shown once; another one can be made later.' }) path: string;
}

@ObjectType({ description: 'Nothing was made; these can be put right.' })
export class RecordingRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

export const RecordAnswerResult = createUnionType({
  name: 'RecordAnswerResult',
  types: () => [RecordingPath, RecordingRefused] as const,
  resolveType: (value: RecordingPath | RecordingRefused) =>
    'problems' in value ? RecordingRefused : RecordingPath,
});

@ObjectType('RecordedAnswer', {
  description: 'An answer that was taken by telephone or on paper; for the survey team only.',
})
export class RecordedAnswerModel {
  @Field(() => ID) id: string;
  @Field(() => ID) odsCode: string;
  @Field() hospitalName: string;
  @Field(() => RecordedModeEnum) mode: RecordedMode;
  @Field() takenOn: string;
  @Field(() => SpokenToEnum) spokenTo: SpokenTo;
  @Field({ description: 'Mode, day and place in the team in words.' }) note: string;
  @Field({ description: '`begun`, `sent` or `withdrawn`.' }) state: string;
}
