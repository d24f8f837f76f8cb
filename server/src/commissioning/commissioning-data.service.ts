import { hospitalsIn, type ProfileArea } from '@liaison-atlas/shared/commissioning/profile-area';
import { AREA_LEVELS } from '@liaison-atlas/shared/frame/frame-records';
import { toOpenCaseStudies } from '@liaison-atlas/shared/commissioning/to-open-case-studies';
import {
  type OpenProgrammeSite,
  toOpenArea,
  toOpenAreas,
} from '@liaison-atlas/shared/commissioning/to-open-area';
import { Injectable } from '@nestjs/common';

import { FrameService } from '../frame/frame.service.js';
import { DomainError } from '../platform/domain-error.js';
import { KeptByVersion } from '../platform/kept-by-version.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from '../publication/prepared-answer.js';
import { ReleaseStore, type StoredRelease } from '../publication/release-store.service.js';
import { RoundView } from '../publication/round-view.js';
import { AreaProfileService } from './area-profile.service.js';
import { ProfileAreasService } from './profile-areas.service.js';

const HEAD = {
  contentType: 'application/json; charset=utf-8',
  fileName: '',
  cacheControl: CACHE.newest,
} as const;

/** Areas and case studies as open data, from releases, the frame and the library; kept until what they show changes. */
@Injectable()
export class CommissioningDataService {
  private readonly kept = new KeptByVersion<PreparedAnswer>();

  constructor(
    private readonly frame: FrameService,
    private readonly releases: ReleaseStore,
    private readonly rounds: RoundView,
    private readonly areasOfProfiles: ProfileAreasService,
    private readonly profiles: AreaProfileService,
  ) {}

  /** Regions, ICBs and CCGs of 2018. */
  areas(): Promise<PreparedAnswer> {
    const listed = this.frame.listHospitals();
    return this.keep('areas', listed, () =>
      toOpenAreas(
        AREA_LEVELS.flatMap((level) => this.frame.areas(level)),
        listed,
      ),
    );
  }

  /**
   * One area in the newest release of a round, or of the newest released round of real answers.
   * @throws DomainError NOT_FOUND for an unknown area, NOT_RELEASED for a round without a release.
   */
  async area(code: string, roundId: string | undefined): Promise<PreparedAnswer> {
    const area = this.getArea(code);
    const release = await this.releases.getLatest(roundId ?? (await this.rounds.newestRealRound()));
    const { round } = release.document;
    const programme = this.profiles.programmeSites(area, hospitalsIn(area, release.document.hospitals));
    return this.keep(`area/${area.code}/${round.id}`, keyOf(release, area, programme), () =>
      toOpenArea(area, release.document, release.stamp.sha256, programme),
    );
  }

  caseStudies(): Promise<PreparedAnswer> {
    return this.keep('case-studies', '', toOpenCaseStudies);
  }

  private getArea(code: string): ProfileArea {
    const area = this.areasOfProfiles.find(code);
    if (area === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'No area or trust has this code.',
        'code',
        'Choose a place under Areas; its code ends the address. For programs: a code of /open/v1/areas or of a trust, or england.',
      );
    return area;
  }

  private keep(name: string, key: unknown, make: () => unknown): Promise<PreparedAnswer> {
    return this.kept.get(name, key, () => prepareAnswer(JSON.stringify(make()), HEAD));
  }
}

/** An area may be renamed by an import, a site of the programme found, a round released again. */
const keyOf = (
  { stamp }: StoredRelease,
  { name, region, population }: ProfileArea,
  programme: readonly OpenProgrammeSite[],
): string => JSON.stringify([stamp.sha256, name, region, population, programme]);
