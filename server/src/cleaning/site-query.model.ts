import { SITE_ANSWERS, SITE_QUERY_STATES } from '@liaison-atlas/shared/cleaning/site-query';
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { CleaningRefused } from './decide.model.js';
import { QUERY_WAYS } from './site-query.entity.js';

export const SiteAnswerEnum = enumOf(SITE_ANSWERS);
registerEnumType(SiteAnswerEnum, { name: 'SiteAnswer', description: 'What a site can answer.' });
export const SiteQueryStateEnum = enumOf(SITE_QUERY_STATES);
registerEnumType(SiteQueryStateEnum, {
  name: 'SiteQueryState',
  description: 'How far a question to a site is.',
});
export const QueryWayEnum = enumOf(QUERY_WAYS);
registerEnumType(QueryWayEnum, { name: 'QueryWay', description: 'How a site is asked.' });

@ObjectType('SiteQuery', { description: 'A question to a hospital on which its forms say yes and no.' })
export class SiteQueryModel {
  @Field(() => ID) id: string;
  @Field() odsCode: string;
  @Field() hospital: string;
  @Field() perspective: string;
  @Field() variable: string;
  @Field({ description: 'The question of the questionnaire in words.' }) about: string;
  @Field({ description: 'What the site was asked.' }) question: string;
  @Field(() => QueryWayEnum) way: string;
  @Field(() => SiteQueryStateEnum) state: string;
  @Field(() => SiteAnswerEnum, { nullable: true, description: 'null while it waits.' }) answer: string | null;
  @Field() askedAt: string;
  @Field() askedBy: string;
  @Field(() => String, { nullable: true }) answeredAt: string | null;
}

@InputType()
export class AskSiteInput {
  @Field(() => ID) roundId: string;
  @Field() odsCode: string;
  @Field() perspective: string;
  @Field() variable: string;
  @Field(() => ID, { description: 'One of the forms that disagree.' }) formId: string;
  @Field({ description: 'The mark of that form as it was shown.' }) mark: string;
  @Field(() => QueryWayEnum) way: string;
  @Field({
    description: "Whom to write to; '' where somebody rings. Not kept after sending.",
    defaultValue: '',
  })
  recipient: string;
  @Field() question: string;
}

export const SiteQueryResult = createUnionType({
  name: 'SiteQueryResult',
  types: () => [SiteQueryModel, CleaningRefused] as const,
  resolveType: (value: object) => ('problems' in value ? 'CleaningRefused' : 'SiteQuery'),
});
