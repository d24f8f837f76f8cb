import {
  type DuplicationWarning,
  duplicationsAmong,
} from '@liaison-atlas/shared/commissioning/register/duplication';
import { hospitalsIn, type ProfileLevel } from '@liaison-atlas/shared/commissioning/profile-area';
import { findServices, type ServiceSearch } from '@liaison-atlas/shared/commissioning/register/find-services';
import type {
  ServiceKind,
  ServiceStatus,
  StoredService,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { showService, type ShownService } from '@liaison-atlas/shared/commissioning/register/shown-service';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { UnitOfWork } from '../../database/unit-of-work.js';
import { FrameService } from '../../frame/frame.service.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { KeptByVersion } from '../../platform/kept-by-version.js';
import { ProfileAreasService } from '../profile-areas.service.js';
import { noSuchService } from './register-problems.js';
import { RegisterServiceRow } from './register-service.entity.js';
import { REGISTER_TOPIC } from './register-topic.js';

/** What a reader narrows the register by; absent = by nothing. */
export interface RegisterFilter {
  readonly hospital?: string | undefined;
  /** A code of the areas that profiles are told of; England narrows nothing. */
  readonly area?: string | undefined;
  readonly kind?: ServiceKind | undefined;
  readonly status?: ServiceStatus | undefined;
}

/** The services that fit, with the planned in-reach among them that meets another service. */
export interface FoundServices {
  readonly services: readonly ShownService[];
  readonly warnings: readonly DuplicationWarning[];
}

/** What the register holds for an area. */
export interface AreaServices {
  readonly inArea: readonly ShownService[];
  /** Codes of the hospitals of the area. */
  readonly hospitals: ReadonlySet<string>;
}

const DAY = 10;

/**
 * The service register as everybody may read it. The whole of it is kept until it changes; how old a fact is comes from
 * the clock at every question.
 */
@Injectable()
export class ServiceRegister {
  private readonly kept = new KeptByVersion<readonly StoredService[]>();

  constructor(
    @InjectRepository(RegisterServiceRow) private readonly rows: Repository<RegisterServiceRow>,
    private readonly frame: FrameService,
    private readonly areas: ProfileAreasService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Every service as it stands, in no order. */
  async all(): Promise<readonly StoredService[]> {
    return this.kept.get('', await this.version(), () =>
      this.rows.find({ select: { id: true, revision: true, facts: true, stamps: true } }),
    );
  }

  /** How often the register has changed. */
  version(): Promise<number> {
    return this.unitOfWork.version(REGISTER_TOPIC);
  }

  /** The day by which ages are reckoned (YYYY-MM-DD). */
  today(): string {
    return this.clock.now().slice(0, DAY);
  }

  /** @throws DomainError NOT_FOUND for a hospital or an area that nobody knows */
  async find(filter: RegisterFilter): Promise<FoundServices> {
    const search = this.toSearch(filter);
    const all = await this.all();
    const { hospital, hospitals = hospital === undefined ? undefined : new Set([hospital]) } = search;
    const shown = new Set(findServices(all, search).map(({ id }) => id));
    return {
      services: findServices(all, search).map((service) => this.show(service)),
      warnings: duplicationsAmong(all, hospitals).filter(
        ({ plannedId, otherId }) => shown.has(plannedId) || shown.has(otherId),
      ),
    };
  }

  /**
   * The services of an area as everybody may see them today, with the codes of its hospitals.
   * @throws DomainError NOT_FOUND for an area that nobody knows
   */
  async inArea(code: string): Promise<AreaServices> {
    const { hospitals } = this.placeOf(code);
    return { inArea: (await this.find({ area: code })).services, hospitals };
  }

  /** @throws DomainError NOT_FOUND */
  async get(id: string): Promise<StoredService> {
    const found = (await this.all()).find((service) => service.id === id);
    if (found === undefined) throw noSuchService();
    return found;
  }

  /** A service as everybody may see it today. */
  show(service: StoredService): ShownService {
    return showService(service, this.today(), (odsCode) => this.hospitalName(odsCode));
  }

  hospitalName(odsCode: string): string {
    return this.frame.findHospital(odsCode)?.name ?? odsCode;
  }

  private toSearch({ hospital, area, kind, status }: RegisterFilter): ServiceSearch {
    return {
      ...(hospital !== undefined && { hospital: this.codeOf(hospital) }),
      ...(area !== undefined && this.searchIn(area)),
      ...(kind !== undefined && { kind }),
      ...(status !== undefined && { status }),
    };
  }

  private codeOf(odsCode: string): string {
    const found = this.frame.findHospital(odsCode);
    if (found === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'No hospital has this code.',
        'hospital',
        'Use the ODS code of a hospital.',
      );
    return found.odsCode;
  }

  /** By the hospitals of the area; the whole register is England's, services without a hospital among it. */
  private searchIn(code: string): Pick<ServiceSearch, 'hospitals'> {
    const { level, hospitals } = this.placeOf(code);
    return level === 'england' ? {} : { hospitals };
  }

  private placeOf(code: string): { readonly level: ProfileLevel; readonly hospitals: ReadonlySet<string> } {
    const area = this.areas.find(code);
    if (area === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'No region, ICB, CCG of 2018 or trust has this code.',
        'area',
        'Choose an area from the list. For programs: a code of /open/v1/areas or of a trust, or E92000001 for England.',
      );
    const inside = hospitalsIn(area, this.frame.listSites());
    return { level: area.level, hospitals: new Set(inside.map(({ odsCode }) => odsCode)) };
  }
}
