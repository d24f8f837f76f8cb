import type { ReferenceHospital, TrustRecord } from '@liaison-atlas/shared/frame/frame-records';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import {
  AreaLevelEnum,
  AreaModel,
  EarlyImplementersModel,
  HospitalModel,
  PlanMembershipModel,
  PlaceModel,
  ProgrammeSiteModel,
  ReferenceSourceModel,
  SearchHitModel,
  TrustModel,
} from './frame.model.js';
import { FrameService } from './frame.service.js';
import { PostcodeService } from './postcode.service.js';

/** Hospitals, with the early implementers they lie in. Their results come from the publication module. */
@Resolver(() => HospitalModel)
export class HospitalResolver {
  constructor(private readonly frame: FrameService) {}

  @Query(() => HospitalModel, {
    nullable: true,
    description: 'A hospital by any code it has had; null = not in the tables.',
  })
  @Allow('Public')
  hospital(@Args('odsCode', { type: () => ID }) odsCode: string): HospitalModel | null {
    const hospital = this.frame.findHospital(odsCode);
    return hospital === undefined ? null : toHospitalModel(hospital, this.frame);
  }

  @ResolveField(() => [ProgrammeSiteModel], {
    description:
      "Sourced early-implementer areas that include this hospital's CCG; empty = not known, never no.",
  })
  earlyImplementers(@Parent() hospital: HospitalModel): readonly ProgrammeSiteModel[] {
    return this.frame.earlyImplementersAt(hospital.ccgCode);
  }

  @ResolveField(() => PlanMembershipModel, {
    nullable: true,
    description: 'By the newest frozen frame that states it; null = not known, never no.',
  })
  planMembership(@Parent() { odsCode }: HospitalModel): PlanMembershipModel | null {
    return this.frame.findPlanMembership(odsCode);
  }
}

/** Trusts, with their sites. */
@Resolver(() => TrustModel)
export class TrustResolver {
  constructor(private readonly frame: FrameService) {}

  @Query(() => TrustModel, { nullable: true })
  @Allow('Public')
  trust(@Args('odsCode', { type: () => ID }) odsCode: string): TrustModel | null {
    const trust = this.frame.findTrust(odsCode);
    return trust === undefined ? null : toTrustModel(trust);
  }

  @ResolveField(() => [HospitalModel], { description: 'Sites that it ran in early 2018.' })
  hospitals(@Parent() trust: TrustModel): readonly HospitalModel[] {
    return this.frame
      .hospitalsOfTrust(trust.odsCode)
      .map((hospital) => toHospitalModel(hospital, this.frame));
  }

  @ResolveField(() => [HospitalModel], { description: 'Sites that came to it by mergers after early 2018.' })
  hospitalsTakenUp(@Parent() trust: TrustModel): readonly HospitalModel[] {
    return this.frame
      .hospitalsTakenUpBy(trust.odsCode)
      .map((hospital) => toHospitalModel(hospital, this.frame));
  }
}

/** Areas, search, early implementers and sources. */
@Resolver()
export class FrameResolver {
  constructor(
    private readonly frame: FrameService,
    private readonly postcodes: PostcodeService,
  ) {}

  @Query(() => [AreaModel])
  @Allow('Public')
  areas(
    @Args('level', { type: () => AreaLevelEnum }) level: keyof typeof AreaLevelEnum,
  ): readonly AreaModel[] {
    return this.frame.areas(level);
  }

  @Query(() => AreaModel, {
    nullable: true,
    description: 'A region, ICB or CCG of 2018 by its code; null = none has it.',
  })
  @Allow('Public')
  area(@Args('code', { type: () => ID }) code: string): AreaModel | null {
    return this.frame.findArea(code) ?? null;
  }

  @Query(() => PlaceModel, {
    nullable: true,
    description:
      'Where a postcode lies, by an official file where one is stored, else by its first half; null = not known, or outside England.',
  })
  @Allow('Public')
  async place(@Args('postcode') postcode: string): Promise<PlaceModel | null> {
    return (await this.postcodes.findPlace(postcode)) ?? null;
  }

  @Query(() => [SearchHitModel], {
    description: 'Hospitals, trusts and areas by name, town, code or postcode.',
  })
  @Allow('Public')
  async search(
    @Args('text') text: string,
    @Args('take', { type: () => Int, nullable: true, description: '10 if left out, at most 25.' })
    take?: number,
  ): Promise<readonly SearchHitModel[]> {
    return this.frame.search(text, take ?? undefined, await this.postcodes.findInFile(text));
  }

  @Query(() => EarlyImplementersModel)
  @Allow('Public')
  earlyImplementers(): EarlyImplementersModel {
    return this.frame.earlyImplementers();
  }

  @Query(() => [ReferenceSourceModel])
  @Allow('Public')
  referenceSources(): readonly ReferenceSourceModel[] {
    return this.frame.referenceSources().map(({ rowCount, ...source }) => ({ ...source, rows: rowCount }));
  }
}

/** A hospital as GraphQL sends it; also for other modules' resolvers that return hospitals. */
export const toHospitalModel = (hospital: ReferenceHospital, frame: FrameService): HospitalModel => ({
  ...hospital,
  inListedFrame: frame.isListed(hospital.odsCode),
});

const toTrustModel = (trust: TrustRecord): TrustModel => ({
  ...trust,
  successor: trust.successors[0] ?? null,
});
