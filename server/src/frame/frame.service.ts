import type {
  AreaLevel,
  AreaRecord,
  EarlyImplementersRecord,
  PlaceRecord,
  ProgrammeSiteRecord,
  ReferenceHospital,
  TrustRecord,
} from '@liaison-atlas/shared/frame/frame-records';
import { parsePostcode, type TypedPostcode } from '@liaison-atlas/shared/frame/parse-postcode';
import type { PlacedPostcode } from '@liaison-atlas/shared/frame/postcode-block';
import { searchFrame } from '@liaison-atlas/shared/frame/search-frame';
import { toExactPlace, toPlace } from '@liaison-atlas/shared/frame/to-place';
import { type SearchHit, type SearchIndex, toSearchIndex } from '@liaison-atlas/shared/frame/search-index';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { DomainError } from '../platform/domain-error.js';
import type { AreaPopulationRow } from './area-population.entity.js';
import { type FrameSnapshot, loadSnapshot } from './frame-snapshot.js';
import type { ListedFrame } from './listed-frames.js';
import type { ReferenceSource } from './reference-source.entity.js';
import { SamplingFrame } from './sampling-frame.entity.js';

/** The frame of the 2018 survey and of every round so far. */
export const ACUTE_ED_2018 = 'acute-ed-2018';

/** At most this many hits of a search leave the server. */
const MOST_HITS = 25;
const LONGEST_SEARCH = 200;

/**
 * Hospitals, trusts, areas, frames and programme sites, from a picture in memory that is taken at start. Nothing here
 * reads an answer: it is what the public may always see.
 */
@Injectable()
export class FrameService {
  private snapshot: (FrameSnapshot & SearchIndex) | undefined;
  private hospitalsByCode: ReadonlyMap<string, ReferenceHospital> = new Map();
  private trustsByCode: ReadonlyMap<string, TrustRecord> = new Map();

  private timesTaken = 0;

  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Takes the picture anew: at start, after the tables are loaded, and after an import. */
  async reload(): Promise<void> {
    const snapshot = await loadSnapshot(this.reader);
    this.hospitalsByCode = new Map([
      ...snapshot.hospitals.flatMap((hospital) =>
        hospital.laterOdsCodes.map((code) => [code, hospital] as const),
      ),
      ...snapshot.hospitals.map((hospital) => [hospital.odsCode, hospital] as const),
    ]);
    this.trustsByCode = new Map(snapshot.trusts.map((trust) => [trust.odsCode, trust]));
    this.snapshot = { ...snapshot, ...toSearchIndex(snapshot) };
    this.timesTaken += 1;
  }

  /** How often the picture was taken; another one is another picture. */
  get taken(): number {
    return this.timesTaken;
  }

  /** The hospitals that a frozen frame lists, with name and trust as on its day, in the order of their ODS codes. */
  listHospitals(frameId: string = ACUTE_ED_2018): readonly ReferenceHospital[] {
    return this.getFrame(frameId).hospitals;
  }

  /** All sites of the frozen frames, those outside them included: 221 as the product comes. */
  listSites(): readonly ReferenceHospital[] {
    return this.current.hospitals;
  }

  /**
   * A frame that a round may be made on.
   * @throws DomainError NOT_FOUND where there is none of that id, CONFLICT for one that is still a draft.
   */
  async getFrozenFrame(frameId: string): Promise<ListedFrame> {
    const known = this.findFrame(frameId);
    if (known !== undefined) return known;
    const stored = await this.reader.getRepository(SamplingFrame).findOneBy({ id: frameId });
    if (stored?.status === 'draft')
      throw new DomainError(
        'CONFLICT',
        `The frame ${stored.title} is not frozen: its hospitals can still change.`,
        'frameId',
        'Freeze the frame on its own page first, or choose one that is frozen.',
      );
    // Another instance may have frozen it a moment ago.
    if (stored !== null) await this.reload();
    return this.getFrame(frameId);
  }

  /** @throws DomainError NOT_FOUND for a frame that does not exist or is not frozen. */
  getFrame(frameId: string): ListedFrame {
    const frame = this.findFrame(frameId);
    if (frame === undefined)
      throw new DomainError('NOT_FOUND', `There is no frame ${frameId}.`, 'frameId', `Use ${ACUTE_ED_2018}.`);
    return frame;
  }

  private findFrame(frameId: string): ListedFrame | undefined {
    return this.current.frames.find(({ id }) => id === frameId);
  }

  /** Whether the frame lists the hospital with this code. */
  isListed(odsCode: string, frameId: string = ACUTE_ED_2018): boolean {
    return this.getFrame(frameId).odsCodes.includes(odsCode);
  }

  /** A hospital by any code it has had; undefined = not in the reference tables. */
  findHospital(odsCode: string): ReferenceHospital | undefined {
    return this.hospitalsByCode.get(odsCode.trim().toUpperCase());
  }

  findTrust(odsCode: string): TrustRecord | undefined {
    return this.trustsByCode.get(odsCode.trim().toUpperCase());
  }

  /** Sites that the trust ran in early 2018. */
  hospitalsOfTrust(odsCode: string): readonly ReferenceHospital[] {
    return this.current.hospitals.filter((hospital) => hospital.trustCode === odsCode);
  }

  /** Sites that came to the trust by later mergers. */
  hospitalsTakenUpBy(odsCode: string): readonly ReferenceHospital[] {
    return this.current.hospitals.filter(
      ({ trustCode, successorTrust }) => successorTrust?.code === odsCode && trustCode !== odsCode,
    );
  }

  /** Areas of one level, by name. */
  areas(level: AreaLevel): readonly AreaRecord[] {
    return this.current.areas.filter((area) => area.level === level);
  }

  /** A region, ICB or CCG of 2018 by its code; undefined = none has it. */
  findArea(code: string): AreaRecord | undefined {
    const wanted = code.trim().toUpperCase();
    return this.current.areas.find((area) => area.code === wanted);
  }

  /** Major emergency attendances that a site's trust counted in 2017/18; null = not known. */
  findAttendances(odsCode: string): number | null {
    return this.current.attendances.get(odsCode) ?? null;
  }

  /** Membership of the accreditation network by the newest frozen frame that states it; null = none does. */
  findPlanMembership(
    odsCode: string,
  ): { readonly isMember: boolean; readonly frame: string; readonly asOf: string } | null {
    const stated = this.current.frames
      .filter(({ facts }) => (facts.get(odsCode)?.planMember ?? '') !== '')
      .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
    return stated === undefined
      ? null
      : {
          isMember: stated.facts.get(odsCode)?.planMember === 'yes',
          frame: stated.title,
          asOf: stated.asOf,
        };
  }

  /** Residents of an area, or of England, in the middle of 2019; undefined = not known. */
  findPopulation(code: string): AreaPopulationRow | undefined {
    return this.current.populations.get(code);
  }

  /**
   * Where a postcode lies, as far as its first half tells; undefined for text of another shape, an unknown one, and one
   * wholly outside England.
   */
  findPlace(postcode: string): PlaceRecord | undefined {
    const typed = parsePostcode(postcode);
    const place = typed && this.current.outcodes.get(typed.outcode);
    return place === undefined || place.englandShare === 0 ? undefined : toPlace(place, this.current.areas);
  }

  /** Where an official postcode file puts a postcode, with the names of its areas. */
  toExactPlace(typed: TypedPostcode, found: PlacedPostcode, edition: string): PlaceRecord {
    const { outcodes, areas } = this.current;
    return toExactPlace(typed, found, edition, outcodes.get(typed.outcode), areas);
  }

  /**
   * @param exact where an official file puts the postcode that was typed
   * @throws DomainError BAD_INPUT when the text is longer than any name.
   */
  search(text: string, take?: number, exact?: PlaceRecord): readonly SearchHit[] {
    if (text.length > LONGEST_SEARCH)
      throw new DomainError(
        'BAD_INPUT',
        'The text to search for is too long.',
        'text',
        'Type a name or a postcode.',
      );
    return searchFrame(this.current, text, Math.min(take ?? 10, MOST_HITS), exact);
  }

  earlyImplementers(): EarlyImplementersRecord {
    return this.current.earlyImplementers;
  }

  /** Sourced early-implementer areas that include a CCG; none = not known, never "no". */
  earlyImplementersAt(ccgCode: string): readonly ProgrammeSiteRecord[] {
    return this.current.earlyImplementers.sites.filter(({ ccgCodes }) => ccgCodes.includes(ccgCode));
  }

  /** Every source of the tables, imports included. */
  referenceSources(): readonly ReferenceSource[] {
    return this.current.sources;
  }

  private get current(): FrameSnapshot & SearchIndex {
    if (this.snapshot === undefined)
      throw new Error('the reference tables were not loaded before they were asked for');
    return this.snapshot;
  }
}
