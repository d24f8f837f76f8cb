import {
  type PathwayAxes,
  type PathwayMatrix,
  pathwayMatrix,
  type PathwayService,
} from '@liaison-atlas/shared/commissioning/pathway-matrix';
import { hospitalsIn } from '@liaison-atlas/shared/commissioning/profile-area';
import {
  CARE_SETTINGS,
  COMPLEXITIES,
  CONDITIONS,
  type StoredService,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { KIND_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import { isInListedFrame } from '@liaison-atlas/shared/frame/hospital';
import { Injectable } from '@nestjs/common';

import { FrameService } from '../frame/frame.service.js';
import { ProfileAreasService } from './profile-areas.service.js';
import { ServiceRegister } from './register/service-register.service.js';

/** Every condition but the word for all of them. */
const AXES: PathwayAxes = {
  conditions: CONDITIONS.filter((condition) => condition !== 'any_condition'),
  settings: CARE_SETTINGS,
  complexity: COMPLEXITIES,
  anyCondition: 'any_condition',
};

/** The pathway matrix of an area, from the service register. */
@Injectable()
export class PathwayMatrixService {
  constructor(
    private readonly areas: ProfileAreasService,
    private readonly frame: FrameService,
    private readonly register: ServiceRegister,
  ) {}

  /** undefined = no area has the code. Sites outside the listed frame count where a service names them. */
  async matrix(code: string): Promise<PathwayMatrix | undefined> {
    const area = this.areas.find(code);
    if (area === undefined) return undefined;
    const sites = hospitalsIn(area, this.frame.listSites());
    const listed = new Set(
      sites.filter(({ siteCategory }) => isInListedFrame(siteCategory)).map(({ odsCode }) => odsCode),
    );
    const services = (await this.register.all()).map(toPathwayService);
    const matrix = pathwayMatrix(
      sites.map(({ odsCode }) => odsCode),
      services,
      AXES,
    );
    return { ...matrix, unrecorded: matrix.unrecorded.filter((odsCode) => listed.has(odsCode)) };
  }
}

const toPathwayService = ({ id, facts }: StoredService): PathwayService => ({
  id,
  name: facts.name,
  kind: KIND_WORDS[facts.kind],
  status: facts.status,
  conditions: facts.conditions,
  settings: facts.settings,
  complexity: facts.complexity,
  hospitals: facts.deliveries,
});
