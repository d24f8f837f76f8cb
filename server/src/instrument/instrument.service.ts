import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { DomainError } from '../platform/domain-error.js';
import { InstrumentVersion } from './instrument-version.entity.js';

/** Key of the built-in instrument on IAPT and liaison psychiatry. */
export const INSTRUMENT_KEY = 'iapt-liaison';

/** Reads published questionnaires. */
@Injectable()
export class InstrumentService {
  constructor(
    @InjectRepository(InstrumentVersion) private readonly versions: Repository<InstrumentVersion>,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async get(version: string, key = INSTRUMENT_KEY): Promise<InstrumentVersion> {
    const found = await this.versions.findOneBy({ key, version });
    if (found === null)
      throw new DomainError(
        'NOT_FOUND',
        `There is no questionnaire version ${version}.`,
        'version',
        'Choose a published version.',
      );
    return found;
  }

  /** All versions, oldest first. */
  async list(): Promise<InstrumentVersion[]> {
    const versions = await this.versions.find();
    return versions.sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  }
}
