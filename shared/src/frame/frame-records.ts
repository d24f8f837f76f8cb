import type { Hospital } from './hospital.js';

/** A trust that took up another, whole or in part. */
export interface TrustSuccession {
  readonly code: string;
  readonly name: string;
  /** Day in the register's record (YYYY-MM-DD); '' = not recorded. */
  readonly effectiveOn: string;
}

/** A hospital with what the reference tables know of it beyond the frame's columns. */
export interface ReferenceHospital extends Hospital {
  /** Id of the site, the same for ever. */
  readonly siteId: string;
  /** Codes the register gave it later, after its trust merged. */
  readonly laterOdsCodes: readonly string[];
  /** Other spellings of its name in the sources. */
  readonly aliases: readonly string[];
  /** A major (type 1) emergency department in 2017/18; `not_known` where it could not be confirmed. */
  readonly majorEd: string;
  /** The trust that runs it after the mergers up to April 2022; null = none recorded. */
  readonly successorTrust: TrustSuccession | null;
  /** '' = none. */
  readonly notes: string;
}

/** A trust as in early 2018. */
export interface TrustRecord {
  readonly odsCode: string;
  readonly name: string;
  /** acute, mental_health, community, ambulance or not_known. */
  readonly trustType: string;
  readonly notes: string;
  /** Trusts that followed it; several where it was divided, empty where none is recorded. */
  readonly successors: readonly TrustSuccession[];
}

export const AREA_LEVELS = ['region', 'icb', 'ccg'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** An NHS area with the region it lies in (itself, for a region). */
export interface AreaRecord {
  readonly level: AreaLevel;
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly region: string;
  /** ICB of 2022 with most of a CCG's people; '' for a region. */
  readonly icbCode: string;
}

/** The first half of a postcode. Shares are proportions 0 to 1 of its English addresses. */
export interface OutcodeRecord {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Share of its postcodes that lie in England. */
  readonly englandShare: number;
  readonly icbCode: string;
  readonly icbShare: number;
  readonly ccgCode: string;
  readonly ccgShare: number;
}

/** Where a postcode lies: by an official postcode file, or as far as its first half tells. */
export interface PlaceRecord {
  readonly outcode: string;
  /** Whole, as the official file holds it; '' = only the first half was looked up. */
  readonly postcode: string;
  /** True = from an official postcode file; false = approximate, by the first half. */
  readonly exact: boolean;
  /** Edition of the official file that was asked; '' = none is stored, or only a first half was typed. */
  readonly edition: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly icbCode: string;
  readonly icb: string;
  /** Most addresses of the outcode lie in the ICB, but fewer than seven in ten. */
  readonly icbMostly: boolean;
  readonly ccgCode: string;
  readonly ccg: string;
  readonly ccgMostly: boolean;
  /** Most of it lies outside England; the areas are those of its English part. */
  readonly mostlyOutsideEngland: boolean;
}

/** One sourced early-implementer or pathfinder area. '' and [] = the sources do not say. */
export interface ProgrammeSiteRecord {
  readonly id: string;
  readonly programme: 'early_implementer' | 'pathfinder';
  readonly wave: number;
  readonly name: string;
  readonly ccgNames: string;
  /** CCG codes of April 2018, which are those of the boundaries. */
  readonly ccgCodes: readonly string[];
  readonly conditions: string;
  readonly leadProvider: string;
  readonly source: string;
  readonly confidence: string;
  readonly confidenceReason: string;
  readonly notes: string;
}

/** A wave with the number of sites it had, and of how many a source is known. */
export interface ProgrammeWaveRecord {
  readonly programme: 'early_implementer' | 'pathfinder';
  readonly wave: number;
  readonly label: string;
  readonly total: number;
  readonly sourced: number;
}

/** Early implementers, and apart from them the pathfinders that came before. */
export interface EarlyImplementersRecord {
  readonly waves: readonly ProgrammeWaveRecord[];
  readonly sites: readonly ProgrammeSiteRecord[];
  readonly pathfinderWaves: readonly ProgrammeWaveRecord[];
  readonly pathfinderSites: readonly ProgrammeSiteRecord[];
  readonly totalsSource: string;
}
