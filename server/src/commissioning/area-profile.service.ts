import { areaProfile } from '@liaison-atlas/shared/commissioning/area-profile';
import { type NearPlaces, nearPlaces } from '@liaison-atlas/shared/commissioning/near-places';
import { areaCodeOf, type ProfileArea } from '@liaison-atlas/shared/commissioning/profile-area';
import type { Position } from '@liaison-atlas/shared/frame/distance-km';
import type { PlaceRecord, ProgrammeSiteRecord } from '@liaison-atlas/shared/frame/frame-records';
import type { PublishedHospital, ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import { Injectable } from '@nestjs/common';

import { FrameService } from '../frame/frame.service.js';
import { PostcodeService } from '../frame/postcode.service.js';
import { ReleaseStore, type StoredRelease } from '../publication/release-store.service.js';
import { ProfileAreasService } from './profile-areas.service.js';

/** A hospital or a postcode that distances are measured from. */
export interface MeasuredFrom extends Position {
  /** Code of the hospital, which is not near itself; '' = a place. */
  readonly odsCode: string;
  readonly words: string;
  /** null = a hospital. */
  readonly place: PlaceRecord | null;
}

/** What lies near a postcode, a hospital or the middle of an area. */
export interface Near extends NearPlaces<PublishedHospital> {
  readonly fromWords: string;
  readonly place: PlaceRecord | null;
}

/** Profiles of areas from releases, the frame and the library; nothing here reads an answer that is not published. */
@Injectable()
export class AreaProfileService {
  constructor(
    private readonly areas: ProfileAreasService,
    private readonly releases: ReleaseStore,
    private readonly frame: FrameService,
    private readonly postcodes: PostcodeService,
  ) {}

  findArea(code: string): ProfileArea | undefined {
    return this.areas.find(code);
  }

  /** @throws DomainError NOT_RELEASED or RELEASE_WITHDRAWN for a round of which nothing stands */
  getRelease(roundId: string): Promise<StoredRelease> {
    return this.releases.getLatest(roundId);
  }

  /** The profile of an area in a release by the one rule. */
  profile(area: ProfileArea, { document }: StoredRelease) {
    return areaProfile(area, document);
  }

  /**
   * What lies near; measured from a hospital's code, a postcode, or, where nothing is given, from the middle of where
   * the people of the area live. null = there is nothing to measure from.
   */
  async near(area: ProfileArea, { document }: StoredRelease, from: string): Promise<Near | null> {
    const { hospitals } = document;
    if (from.trim() === '') {
      if (area.population === null || area.level === 'england') return null;
      const fromWords = `the middle of where the people of ${area.name} live`;
      return { fromWords, place: null, ...nearPlaces(area.population, hospitals) };
    }
    const found = await this.measuredFrom(from, document);
    if (found === null) return null;
    return { fromWords: found.words, place: found.place, ...nearPlaces(found, hospitals) };
  }

  /** A hospital of a release by its code, or a place by its postcode; null = the text is neither. */
  async measuredFrom(
    from: string,
    { hospitals }: Pick<ReleaseDocument, 'hospitals'>,
  ): Promise<MeasuredFrom | null> {
    const code = this.frame.findHospital(from)?.odsCode;
    const hospital = hospitals.find(({ odsCode }) => odsCode === code);
    if (hospital !== undefined)
      return { ...positionOf(hospital), odsCode: hospital.odsCode, words: hospital.name, place: null };
    const place = await this.postcodes.findPlace(from);
    if (place === undefined) return null;
    const words = place.postcode === '' ? `the middle of ${place.outcode}` : place.postcode;
    return { ...positionOf(place), odsCode: '', words, place };
  }

  /** Sourced sites of the programme that include a CCG of the area; for a trust, of the CCGs of its hospitals. */
  programmeSites(
    area: ProfileArea,
    hospitals: readonly { readonly ccgCode: string }[],
  ): readonly ProgrammeSiteRecord[] {
    const { sites } = this.frame.earlyImplementers();
    if (area.level === 'england') return sites;
    const within = new Set(
      area.level === 'trust'
        ? hospitals.map(({ ccgCode }) => ccgCode)
        : this.frame
            .areas('ccg')
            .filter(({ code, icbCode, regionCode }) => {
              const placed = { ccgCode: code, icbCode, regionCode, trustCode: '' };
              return areaCodeOf(placed, area.level) === area.code;
            })
            .map(({ code }) => code),
    );
    return sites.filter(({ ccgCodes }) => ccgCodes.some((code) => within.has(code)));
  }
}

const positionOf = ({ latitude, longitude }: Position): Position => ({ latitude, longitude });
