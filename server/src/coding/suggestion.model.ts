import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A part of a comment.' })
export class CodingPlaceModel {
  @Field(() => Int, { description: 'First character.' }) start: number;
  @Field(() => Int, { description: 'After the last character.' }) end: number;
}

@ObjectType({ description: 'A word of a comment that speaks for a suggested code, or against it.' })
export class CodingWordModel {
  @Field() word: string;
  @Field(() => Int, { description: 'Finished comments with the code that have the word.' }) withCode: number;
  @Field(() => Int, { description: 'Finished comments without the code that have the word.' })
  withoutCode: number;
  @Field(() => Float, { description: 'Log-odds; below 0 it speaks against the code.' }) weight: number;
  @Field(() => [CodingPlaceModel], { description: 'Where it stands in the comment.' })
  places: CodingPlaceModel[];
}

@ObjectType({ description: 'A code that the words of a comment speak for; a person decides.' })
export class CodingSuggestionModel {
  @Field(() => ID) codeId: string;
  @Field(() => Float, { description: 'How likely by the words alone, between ½ and 1.' }) likelihood: number;
  @Field(() => Int, { description: 'Finished comments with the code.' }) withCode: number;
  @Field(() => Int, { description: 'Finished comments without it.' }) withoutCode: number;
  @Field(() => [CodingWordModel], { description: 'The strongest first.' }) words: CodingWordModel[];
}

@ObjectType({ description: 'Codes suggested for one comment of your own, from what was coded before.' })
export class CodingSuggestionsModel {
  @Field({
    description:
      'some; none = no word speaks for a code; too_few = no code stands on three finished comments yet; off = not turned on.',
  })
  state: string;
  @Field(() => Int, { description: 'Finished comments that were learned from.' }) learnedFrom: number;
  @Field(() => [CodingSuggestionModel]) suggestions: CodingSuggestionModel[];
}
