import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { compareVersionNumbers, isPilotNumber } from '@liaison-atlas/shared/instrument/version-number';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { DomainError } from '../platform/domain-error.js';
import { InstrumentVersion } from './instrument-version.entity.js';

/** Key of the built-in series on IAPT and liaison psychiatry: what a round uses that names no other. */
export const INSTRUMENT_KEY = 'iapt-liaison';

/** What of a round says which questionnaire it asks; no key = the built-in series. */
export interface InstrumentReference {
  readonly instrumentKey?: string | null;
  readonly instrumentVersion: string;
}

/** Reads frozen questionnaires: those that the product brings and those that a lead published, all from the database. */
@Injectable()
export class InstrumentService {
  /** Contents by key and version. A version never changes, so what was read once holds for good. */
  private readonly contents = new Map<string, Instrument>();

  constructor(
    @InjectRepository(InstrumentVersion) private readonly versions: Repository<InstrumentVersion>,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async get(version: string, key = INSTRUMENT_KEY): Promise<InstrumentVersion> {
    const found = isName(key) && isName(version) ? await this.versions.findOneBy({ key, version }) : null;
    if (found === null)
      throw new DomainError(
        'NOT_FOUND',
        `There is no questionnaire version ${version.slice(0, 20)}.`,
        'version',
        'Choose a published version.',
      );
    return found;
  }

  /**
   * The questionnaire that a round asks; read once, then kept.
   * @throws DomainError NOT_FOUND
   */
  async contentOf({ instrumentKey, instrumentVersion }: InstrumentReference): Promise<Instrument> {
    const key = instrumentKey ?? INSTRUMENT_KEY;
    const place = `${key} ${instrumentVersion}`;
    const known = this.contents.get(place);
    if (known !== undefined) return known;
    const { content } = await this.get(instrumentVersion, key);
    const instrument = JSON.parse(content) as Instrument;
    this.contents.set(place, instrument);
    return instrument;
  }

  /** All versions by series, oldest first within each; pilots among them. */
  async list(): Promise<InstrumentVersion[]> {
    const versions = await this.versions.find();
    return versions.sort(
      (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || compareVersionNumbers(a.version, b.version),
    );
  }

  /** The newest version of a series that is no pilot, retired ones included; undefined while there is none. */
  async latest(key: string): Promise<InstrumentVersion | undefined> {
    const versions = await this.versions.findBy({ key });
    return versions
      .filter(({ version }) => !isPilotNumber(version))
      .sort((a, b) => compareVersionNumbers(a.version, b.version))
      .at(-1);
  }
}

/** What can be a key or a version at all; PostgreSQL fails on some texts instead of finding nothing. */
const isName = (text: string): boolean => /^[\w.-]{1,64}$/.test(text);
