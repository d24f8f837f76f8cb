import {
  type AreaPopulation,
  ENGLAND,
  type ProfileArea,
  toProfileArea,
} from '@liaison-atlas/shared/commissioning/profile-area';
import { Injectable } from '@nestjs/common';

import { FrameService } from '../frame/frame.service.js';

/** Areas that a profile is told of: England, regions, ICBs, CCGs of 2018, and trusts by their sites. */
@Injectable()
export class ProfileAreasService {
  constructor(private readonly frame: FrameService) {}

  /** An area by its code, in any spelling; `england` is England; undefined = none has it. */
  find(code: string): ProfileArea | undefined {
    const wanted = code.trim().toUpperCase();
    if (wanted === ENGLAND.code || wanted === 'ENGLAND')
      return {
        ...ENGLAND,
        level: 'england',
        regionCode: '',
        region: '',
        icbCode: '',
        population: this.population(ENGLAND.code),
      };
    const area = this.frame.findArea(wanted);
    if (area !== undefined) return toProfileArea(area, this.population(area.code));
    const trust = this.frame.findTrust(wanted);
    if (trust === undefined) return undefined;
    return {
      level: 'trust',
      code: trust.odsCode,
      name: trust.name,
      regionCode: '',
      region: '',
      icbCode: '',
      population: null,
    };
  }

  private population(code: string): AreaPopulation | null {
    const known = this.frame.findPopulation(code);
    if (known === undefined) return null;
    const { people, adults, latitude, longitude } = known;
    return { total: people, adults, latitude, longitude };
  }
}
