import {
  type ComparedPlace,
  comparePlaces,
  MOST_COMPARED,
  type PlaceComparison,
} from '@liaison-atlas/shared/commissioning/compare-places';
import type { ProfileArea } from '@liaison-atlas/shared/commissioning/profile-area';
import {
  type HospitalFacts,
  type SimilarHospital,
  similarHospitals,
} from '@liaison-atlas/shared/commissioning/similar-hospitals';
import type { PublishedHospital } from '@liaison-atlas/shared/publication/release';
import { Injectable } from '@nestjs/common';

import { FrameService } from '../frame/frame.service.js';
import { DomainError } from '../platform/domain-error.js';
import type { StoredRelease } from '../publication/release-store.service.js';
import { AreaProfileService } from './area-profile.service.js';
import { ServiceRegister } from './register/service-register.service.js';

/** Up to four places side by side in a release. */
export interface Compared extends PlaceComparison<PublishedHospital> {
  readonly places: readonly ComparedPlace[];
  readonly unknown: readonly string[];
}

/** Puts areas and hospitals beside each other, and finds those that are alike. */
@Injectable()
export class CompareService {
  constructor(
    private readonly frame: FrameService,
    private readonly profiles: AreaProfileService,
    private readonly register: ServiceRegister,
  ) {}

  /**
   * Places by their codes, each once, in the order given; codes that nobody has are named and left out.
   * @throws DomainError BAD_INPUT for more than four
   */
  async compare(codes: readonly string[], release: StoredRelease): Promise<Compared> {
    const wanted = [...new Set(codes.map((code) => code.trim().toUpperCase()))].filter((code) => code !== '');
    if (wanted.length > MOST_COMPARED)
      throw new DomainError(
        'BAD_INPUT',
        `At most ${MOST_COMPARED} places can stand side by side.`,
        'codes',
        'Take one out.',
      );
    const found = await Promise.all(wanted.map((code) => this.findPlace(code, release)));
    const places = found.filter((place) => place !== undefined);
    return {
      places,
      unknown: wanted.filter((_code, at) => found[at] === undefined),
      ...comparePlaces(places, release.document),
    };
  }

  /** Hospitals like one that solved what is reported absent or weak there; empty = nothing is, or nobody did. */
  similarTo(odsCode: string, { document }: StoredRelease): readonly SimilarHospital<Candidate>[] {
    const code = this.frame.findHospital(odsCode)?.odsCode;
    const candidates = document.hospitals.map((published) => ({
      ...published,
      published,
      attendances: this.frame.findAttendances(published.odsCode),
    }));
    const own = candidates.find((candidate) => candidate.odsCode === code);
    return own === undefined ? [] : similarHospitals<Candidate>(own, candidates);
  }

  private async findPlace(code: string, release: StoredRelease): Promise<ComparedPlace | undefined> {
    const area = this.profiles.findArea(code);
    if (area !== undefined) return this.toPlace(area, release);
    const known = this.frame.findHospital(code)?.odsCode;
    const hospital = release.document.hospitals.find(({ odsCode }) => odsCode === known);
    if (hospital === undefined) return undefined;
    return {
      code: hospital.odsCode,
      name: hospital.name,
      area: null,
      implementers: siteWords(this.frame.earlyImplementersAt(hospital.ccgCode)),
      services: (await this.register.find({ hospital: hospital.odsCode })).services,
    };
  }

  private async toPlace(area: ProfileArea, release: StoredRelease): Promise<ComparedPlace> {
    const { hospitals } = this.profiles.profile(area, release);
    return {
      code: area.code,
      name: area.name,
      area,
      implementers: siteWords(this.profiles.programmeSites(area, hospitals)),
      services: (await this.register.find({ area: area.code })).services,
    };
  }
}

/** A hospital of the release with what it can be held against others by. */
export interface Candidate extends HospitalFacts {
  readonly published: PublishedHospital;
}

const siteWords = (sites: readonly { readonly name: string; readonly wave: number }[]): readonly string[] =>
  sites.map(({ name, wave }) => `${name} (wave ${wave})`);
