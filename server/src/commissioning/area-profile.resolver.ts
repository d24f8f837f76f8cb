import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import type { StoredRelease } from '../publication/release-store.service.js';
import { RoundView } from '../publication/round-view.js';
import type { RoundModel } from '../publication/round.model.js';
import { AreaProfileModel, ProfileAreaModel } from './area-profile.model.js';
import { AreaProfileService } from './area-profile.service.js';
import { ComparisonModel, SimilarHospitalModel } from './compare.model.js';
import { CompareService } from './compare.service.js';

/** Areas as a commissioner reads them; no rules here. */
@Resolver()
export class AreaProfileResolver {
  constructor(
    private readonly profiles: AreaProfileService,
    private readonly comparing: CompareService,
    private readonly rounds: RoundView,
  ) {}

  @Query(() => ProfileAreaModel, {
    nullable: true,
    description: 'England, a region, ICB, CCG of 2018 or trust by its code; null = none has it.',
  })
  @Allow('Public')
  profileArea(@Args('code', { type: () => ID }) code: string): ProfileAreaModel | null {
    return this.profiles.findArea(code) ?? null;
  }

  @Query(() => AreaProfileModel, {
    nullable: true,
    description: 'An area in the newest release of a round; null = no area has the code.',
  })
  @Allow('Public')
  async areaProfile(
    @Args('code', { type: () => ID }) code: string,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('from', {
      defaultValue: '',
      description: "A postcode, or a hospital's code, to measure from; '' = the middle of the area.",
    })
    from: string,
  ): Promise<AreaProfileModel | null> {
    const area = this.profiles.findArea(code);
    if (area === undefined) return null;
    const release = await this.profiles.getRelease(roundId);
    const { gapSentence, figures, hospitals, unplaced } = this.profiles.profile(area, release);
    return {
      ...(await this.head(release)),
      area,
      gapSentence,
      unplaced,
      figures,
      england: release.document.indicators,
      hospitals,
      near: await this.profiles.near(area, release, from),
      programmeSites: this.profiles.programmeSites(area, hospitals),
    };
  }

  @Query(() => ComparisonModel, { description: 'Up to four areas or hospitals side by side.' })
  @Allow('Public')
  async comparison(
    @Args('codes', { type: () => [ID] }) codes: string[],
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<ComparisonModel> {
    const release = await this.profiles.getRelease(roundId);
    const { places, unknown, rows, pairs, hospitals } = await this.comparing.compare(codes, release);
    return {
      ...(await this.head(release)),
      unknown,
      rows,
      pairs,
      places: places.map(({ code, name, area }, at) => ({
        code,
        name,
        area,
        hospitals: hospitals[at] ?? [],
      })),
    };
  }

  @Query(() => [SimilarHospitalModel], {
    description:
      'Hospitals like this one that solved what is reported absent or weak here; empty = nothing is, or none is known.',
  })
  @Allow('Public')
  async similarHospitals(
    @Args('odsCode', { type: () => ID }) odsCode: string,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<SimilarHospitalModel[]> {
    const release = await this.profiles.getRelease(roundId);
    return this.comparing.similarTo(odsCode, release).map(({ hospital, studies, ...one }) => ({
      ...one,
      hospital: hospital.published,
      studies: studies.map(({ slug }) => slug),
    }));
  }

  private async head({
    document,
  }: StoredRelease): Promise<{ round: RoundModel; release: number; asAt: string }> {
    const round = await this.rounds.find(document.round.id);
    if (round === null)
      throw new DomainError(
        'NOT_RELEASED',
        'This round is not public.',
        'roundId',
        'Choose a round of rounds.',
      );
    return { round, release: document.number, asAt: document.asAt };
  }
}
