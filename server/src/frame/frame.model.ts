import { AREA_LEVELS } from '@liaison-atlas/shared/frame/frame-records';
import { SITE_CATEGORIES } from '@liaison-atlas/shared/frame/hospital';
import { SEARCH_HIT_KINDS } from '@liaison-atlas/shared/frame/search-index';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';

export const SiteCategoryEnum = enumOf(SITE_CATEGORIES);
registerEnumType(SiteCategoryEnum, {
  name: 'SiteCategory',
  description: 'How a site came into the reference tables.',
});
export const AreaLevelEnum = enumOf(AREA_LEVELS);
registerEnumType(AreaLevelEnum, {
  name: 'AreaLevel',
  description: 'Regions of 2019, ICBs of 2022, CCGs of April 2018.',
});
export const SearchHitKindEnum = enumOf(SEARCH_HIT_KINDS);
registerEnumType(SearchHitKindEnum, { name: 'SearchHitKind' });

@ObjectType('TrustSuccession', { description: 'A trust that took up another, whole or in part.' })
export class TrustSuccessionModel {
  @Field(() => ID) code: string;
  @Field({ description: 'The name it took with the change.' }) name: string;
  @Field({ description: "Day in the register's record; '' = not recorded." }) effectiveOn: string;
}

@ObjectType('ProgrammeSite', {
  description: "A sourced early-implementer or pathfinder area. '' = the sources do not say.",
})
export class ProgrammeSiteModel {
  @Field(() => ID) id: string;
  @Field({ description: 'early_implementer or pathfinder.' }) programme: string;
  @Field(() => Int) wave: number;
  @Field() name: string;
  @Field({ description: 'CCGs by name, as they were at the time.' }) ccgNames: string;
  @Field(() => [String], {
    description: 'Codes of April 2018, as in the boundaries; empty = not known, nothing is drawn.',
  })
  ccgCodes: readonly string[];
  @Field() conditions: string;
  @Field() leadProvider: string;
  @Field({ description: 'Pages it rests on, parted by " | ".' }) source: string;
  @Field({ description: 'high, medium or low.' }) confidence: string;
  @Field({ description: 'Why no more and no less.' }) confidenceReason: string;
  @Field() notes: string;
}

@ObjectType('ProgrammeWave', { description: 'How many sites a wave had, and of how many a source is known.' })
export class ProgrammeWaveModel {
  @Field() programme: string;
  @Field(() => Int) wave: number;
  @Field() label: string;
  @Field(() => Int) total: number;
  @Field(() => Int) sourced: number;
}

@ObjectType('EarlyImplementers', {
  description: 'Outside the areas named here nothing is known: never "no".',
})
export class EarlyImplementersModel {
  @Field(() => [ProgrammeWaveModel]) waves: readonly ProgrammeWaveModel[];
  @Field(() => [ProgrammeSiteModel]) sites: readonly ProgrammeSiteModel[];
  @Field(() => [ProgrammeWaveModel], { description: 'The programme of 2012 to 2014 that came before.' })
  pathfinderWaves: readonly ProgrammeWaveModel[];
  @Field(() => [ProgrammeSiteModel]) pathfinderSites: readonly ProgrammeSiteModel[];
  @Field() totalsSource: string;
}

@ObjectType('Hospital', { description: 'One acute hospital site; trust of February 2018.' })
export class HospitalModel {
  @Field(() => ID) odsCode: string;
  @Field(() => [String], { description: 'Codes the register gave it after a merger.' })
  laterOdsCodes: readonly string[];
  @Field() name: string;
  @Field(() => [String], { description: 'Other spellings in the sources.' }) aliases: readonly string[];
  @Field() postcode: string;
  @Field({ description: "'' = not known." }) town: string;
  @Field(() => Float) latitude: number;
  @Field(() => Float) longitude: number;
  @Field(() => SiteCategoryEnum) siteCategory: keyof typeof SiteCategoryEnum;
  @Field({ description: 'One of the hospitals that rounds count.' }) inListedFrame: boolean;
  @Field(() => ID) trustCode: string;
  @Field() trust: string;
  @Field(() => TrustSuccessionModel, {
    nullable: true,
    description:
      'Trust after later mergers, where the register names one; null = none recorded to April 2022.',
  })
  successorTrust: TrustSuccessionModel | null;
  @Field(() => ID) regionCode: string;
  @Field() region: string;
  @Field(() => ID) icbCode: string;
  @Field() icb: string;
  @Field(() => ID) ccgCode: string;
  @Field() ccg: string;
  @Field({ description: "Notes of the reference table on this site; '' where there are none." })
  notes: string;
}

@ObjectType('PlanMembership', {
  description: 'Whether the liaison team is a member of the Psychiatric Liaison Accreditation Network.',
})
export class PlanMembershipModel {
  @Field() isMember: boolean;
  @Field({ description: 'Title of the list of hospitals that says so.' }) frame: string;
  @Field({ description: 'Day or month that the list describes.' }) asOf: string;
}

@ObjectType('Trust', { description: 'An NHS trust as in early 2018, or one that a later merger made.' })
export class TrustModel {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field({ description: 'acute, mental_health, community, ambulance or not_known.' }) trustType: string;
  @Field(() => TrustSuccessionModel, {
    nullable: true,
    description: 'The trust that followed it, or took most of its sites; null = none recorded to April 2022.',
  })
  successor: TrustSuccessionModel | null;
  @Field(() => [TrustSuccessionModel], { description: 'All of them: several where it was divided.' })
  successors: readonly TrustSuccessionModel[];
  @Field() notes: string;
}

@ObjectType('Area')
export class AreaModel {
  @Field(() => AreaLevelEnum) level: keyof typeof AreaLevelEnum;
  @Field(() => ID) code: string;
  @Field() name: string;
  @Field(() => ID) regionCode: string;
  @Field() region: string;
  @Field(() => ID, { description: "ICB of 2022 with most of a CCG's people; '' for a region." })
  icbCode: string;
}

@ObjectType('Place', { description: 'Where a postcode lies; approximate unless `exact`.' })
export class PlaceModel {
  @Field() outcode: string;
  @Field({ description: "Whole, as an official file holds it; '' = looked up by its first half." })
  postcode: string;
  @Field({ description: 'True = from an official postcode file.' }) exact: boolean;
  @Field({ description: "Edition of the official file that was asked; '' = none." }) edition: string;
  @Field(() => Float) latitude: number;
  @Field(() => Float) longitude: number;
  @Field(() => ID) icbCode: string;
  @Field() icb: string;
  @Field({ description: 'Fewer than seven in ten of its addresses lie in this ICB.' }) icbMostly: boolean;
  @Field(() => ID) ccgCode: string;
  @Field() ccg: string;
  @Field() ccgMostly: boolean;
  @Field() mostlyOutsideEngland: boolean;
}

@ObjectType('SearchHit')
export class SearchHitModel {
  @Field(() => SearchHitKindEnum) kind: keyof typeof SearchHitKindEnum;
  @Field(() => ID) code: string;
  @Field() label: string;
  @Field() detail: string;
  @Field({ description: 'Address of the page that shows it.' }) path: string;
}

@ObjectType('ReferenceSource', {
  description: 'Where a set of reference rows comes from, with the words to show beside it.',
})
export class ReferenceSourceModel {
  @Field() file: string;
  @Field() title: string;
  @Field() vintage: string;
  @Field() licence: string;
  @Field() attribution: string;
  @Field(() => Int) rows: number;
  @Field({ description: 'What is missing and what is doubtful.' }) note: string;
}
