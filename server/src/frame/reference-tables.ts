import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { SiteCategory } from '@liaison-atlas/shared/frame/hospital';
import { parse } from 'csv-parse/sync';

import { sha256 } from '../platform/ids.js';
import type { SourceOrigin } from './reference-source.entity.js';

/** A row as it stands in the file: text by column; '' = not known. */
export type TableRow = Readonly<Record<string, string>>;

/** What `sources.json` says of one file. */
export interface SourceEntry {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly vintage: string;
  readonly licence: string;
  readonly attribution: string;
  readonly rows: number;
  readonly note: string;
  readonly origins: readonly SourceOrigin[];
}

/** The categories that the bundled table knows. */
export type BundledCategory = Exclude<SiteCategory, 'other_site'>;

/** What `frames.json` says of one frame: who is in it follows from the category of each site. */
export interface FrameEntry {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly source: string;
  readonly declaredSize: number | null;
  readonly declaredSource: string;
  readonly asOf: string;
  readonly status: 'draft' | 'frozen';
  readonly eligibility: Readonly<
    Record<BundledCategory, { readonly eligibility: 'eligible' | 'ineligible'; readonly why: string }>
  >;
}

/** What `programmes.json` says of one wave. */
export interface WaveEntry {
  readonly id: string;
  readonly programme: 'early_implementer' | 'pathfinder';
  readonly wave: number;
  readonly label: string;
  readonly total: number;
  readonly totalSource: string;
}

/** The reference tables that the product brings with it. */
export interface ReferenceTables {
  readonly hospitals: readonly TableRow[];
  readonly trusts: readonly TableRow[];
  readonly successions: readonly TableRow[];
  readonly areas: readonly TableRow[];
  readonly programmeSites: readonly TableRow[];
  readonly outcodes: readonly TableRow[];
  readonly populations: readonly TableRow[];
  readonly waves: readonly WaveEntry[];
  readonly frames: readonly FrameEntry[];
  readonly sources: readonly SourceEntry[];
}

const FOLDER = resolve(import.meta.dirname, '../../reference');

/** Files that are loaded into tables; what is drawn (boundaries) is served as it is. */
const FILES = [
  'hospitals.csv',
  'trusts.csv',
  'trust-successions.csv',
  'areas.csv',
  'early-implementers.csv',
  'pathfinders.csv',
  'outcodes.csv',
  'area-populations.csv',
  'programmes.json',
  'frames.json',
  'sources.json',
] as const;
type ReferenceFile = (typeof FILES)[number];

/** The files as text, with one hash over all of them: cheap enough to take at every start. */
export interface ReferenceFiles {
  readonly texts: Readonly<Record<ReferenceFile, string>>;
  readonly hash: string;
}

/** Reads `server/reference`; the same folder from the sources and from the build. */
export function readReferenceFiles(folder = FOLDER): ReferenceFiles {
  const texts = Object.fromEntries(
    FILES.map((file) => [file, readFileSync(resolve(folder, file), 'utf8')]),
  ) as Record<ReferenceFile, string>;
  return { texts, hash: sha256(FILES.map((file) => `${file} ${sha256(texts[file])}`).join('\n')) };
}

/** Parses the files that were read. */
export function parseReferenceTables({ texts }: ReferenceFiles): ReferenceTables {
  return {
    hospitals: parseRows(texts['hospitals.csv']),
    trusts: parseRows(texts['trusts.csv']),
    successions: parseRows(texts['trust-successions.csv']),
    areas: parseRows(texts['areas.csv']),
    programmeSites: [...parseRows(texts['early-implementers.csv']), ...parseRows(texts['pathfinders.csv'])],
    outcodes: parseRows(texts['outcodes.csv']),
    populations: parseRows(texts['area-populations.csv']),
    waves: JSON.parse(texts['programmes.json']) as WaveEntry[],
    frames: JSON.parse(texts['frames.json']) as FrameEntry[],
    sources: JSON.parse(texts['sources.json']) as SourceEntry[],
  };
}

/** The value of a column that the project's own tables always have; a table without it is a broken build. */
export function cell(row: TableRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`a reference table lacks the column ${column}`);
  return value;
}

const parseRows = (text: string): TableRow[] => parse(text, { columns: true, bom: true });
