import { createHash } from 'node:crypto';

import {
  EXPORT_HOLDS,
  type ExportBasis,
  exportFileName,
  SYNTAX_ENDINGS,
} from '@liaison-atlas/shared/publication/exports/export-names';
import { csvLine, BYTE_ORDER_MARK } from '@liaison-atlas/shared/publication/exports/csv-line';
import type { ExportTable } from '@liaison-atlas/shared/publication/exports/export-table';
import { syntaxOf } from '@liaison-atlas/shared/publication/exports/syntax-of';
import { toCodebook } from '@liaison-atlas/shared/publication/exports/to-codebook';
import { toDataPackage } from '@liaison-atlas/shared/publication/exports/to-data-package';
import { type DdiInput, toDdi } from '@liaison-atlas/shared/publication/exports/to-ddi';
import { type ReadmeInput, toChecksums, toReadme } from '@liaison-atlas/shared/publication/exports/to-readme';

import { FHIR_JSON } from '../../instrument/interchange/interchange-bodies.js';
import { XLSX } from '../../instrument/interchange/workbook.js';
import { csvPieces, type ExportSource } from './export-rows.js';
import type { ExportSheet } from './export-workbook.js';
import { type WrittenFile, type ZipPart, zipStream } from './export-zip.js';

/** What can be sent or packed: whole, or piece by piece. */
export type ExportContent = string | Buffer | AsyncIterable<string | Buffer>;

/** A file ready to be sent. */
export interface ExportFile {
  readonly contentType: string;
  /** Under which a browser saves it. */
  readonly fileName: string;
  readonly content: ExportContent;
}

export interface PackageInput {
  readonly round: Parameters<typeof exportFileName>[0];
  readonly basis: ExportBasis;
  /** The moment of the basis: of the release, the freeze, or now. */
  readonly at: string;
  readonly sources: readonly ExportSource[];
  /** Name of the workbook. */
  readonly workbook: 'hospitals.xlsx' | 'data.xlsx';
  /** Makes it of these sheets with those of the tables between them, wherever the rows are made. */
  readonly makeBook: (
    before: readonly ExportSheet[],
    tables: readonly { readonly table: ExportTable; readonly csvName: string }[],
    behind: readonly ExportSheet[],
  ) => Promise<Buffer>;
  /** Files beside those made from the rows, by their names. */
  readonly further: Readonly<Record<string, () => string | Buffer | Promise<Buffer>>>;
  readonly readme: Omit<ReadmeInput, 'files'>;
  readonly study: Omit<DdiInput, 'files' | 'title' | 'at' | 'citation'>;
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  xlsx: XLSX,
  zip: 'application/zip',
  sps: 'text/plain; charset=utf-8',
  do: 'text/plain; charset=utf-8',
  R: 'text/plain; charset=utf-8',
  'fhir.json': `${FHIR_JSON}; charset=utf-8`,
};

/**
 * Everything that is made from the same rows: the one way from a source to CSV, workbook, syntax, codebook, data package,
 * DDI and zip, whether the rows are those of a release or of a team's own round.
 */
export class ExportPackage {
  constructor(private readonly input: PackageInput) {}

  /** Names of its files, in the order of the zip; the zip itself is not among them. */
  get names(): readonly string[] {
    const { sources, workbook, further } = this.input;
    return [
      ...sources.flatMap(({ table: { id } }) => [
        `${id}.csv`,
        ...(id === 'long' ? [] : SYNTAX_ENDINGS.map((ending) => `${id}.${ending}`)),
      ]),
      'codebook.csv',
      workbook,
      ...Object.keys(further),
      'ddi.xml',
      'datapackage.json',
    ];
  }

  /** One file by its name; null = there is none of that name. Rows are read while it is sent. */
  async open(name: string): Promise<ExportFile | null> {
    if (name !== 'export.zip' && !this.names.includes(name)) return null;
    const [, ...endings] = name.split('.');
    const contentType = TYPES[endings.join('.')] ?? 'application/octet-stream';
    const content = name === 'export.zip' ? this.zip() : await this.contentOf(name);
    return { contentType, fileName: this.fileName(name), content };
  }

  private async contentOf(name: string): Promise<ExportContent> {
    if (name === 'datapackage.json') return this.dataPackage(await this.measured());
    const made = this.partOf(name)([]);
    return made instanceof Promise ? await made : made;
  }

  /** How a file is made, once those before it in the package are written. */
  private partOf(name: string): (before: readonly WrittenFile[]) => ExportContent | Promise<Buffer> {
    const { further, workbook, sources } = this.input;
    const make = further[name];
    if (make !== undefined) return make;
    if (name === workbook) return () => this.sheets();
    if (name === 'codebook.csv') return () => this.codebook();
    if (name === 'ddi.xml') return () => this.ddi();
    if (name === 'datapackage.json') return (before) => this.dataPackage(before);
    const [id = '', ending = ''] = name.split('.');
    const source = sources.find(({ table }) => table.id === id);
    const syntax = SYNTAX_ENDINGS.find((known) => known === ending);
    if (source === undefined) throw new RangeError(`no file ${name}`);
    return () =>
      syntax === undefined ? csvPieces(source) : syntaxOf(source.table, this.csvName(source.table), syntax);
  }

  private zip(): AsyncIterable<Buffer> {
    const parts = this.names.map((name): ZipPart => ({
      name: this.fileName(name),
      content: (before) => awaited(this.partOf(name), before),
    }));
    const files = [...this.names, 'checksums.txt'].map((name) => ({
      name: this.fileName(name),
      holds: EXPORT_HOLDS[name] ?? '',
    }));
    const readme = { name: 'README.txt', content: () => toReadme({ ...this.input.readme, files }) };
    const sums = { name: 'checksums.txt', content: (before: readonly WrittenFile[]) => toChecksums(before) };
    return zipStream([readme, ...parts, sums], this.input.at);
  }

  private codebook(): string {
    const { columns, rows } = this.codebookTable();
    return BYTE_ORDER_MARK + [columns, ...rows].map(csvLine).join('');
  }

  private codebookTable() {
    return toCodebook(this.tables, (table) => this.csvName(table));
  }

  private ddi(): string {
    const { readme, study, at } = this.input;
    const files = this.tables.map((table) => ({ table, path: this.csvName(table), rows: null }));
    return toDdi({ ...study, title: readme.title, at, citation: readme.citation, files });
  }

  private dataPackage(written: readonly WrittenFile[]): string {
    const { round, basis, readme, study, at } = this.input;
    const tables = this.tables.map((table) => {
      const path = this.csvName(table);
      const file = written.find(({ name }) => name === path);
      if (file === undefined) throw new RangeError(`${path} has not been written`);
      return { table, path, bytes: file.bytes, sha256: file.sha256 };
    });
    const described = toDataPackage({
      name: `liaison-atlas-${round.id}-${basis.from}${basis.from === 'live' ? '' : `-${basis.number}`}`,
      title: readme.title,
      description: [readme.notice, readme.basis, readme.citation].filter((text) => text !== '').join(' '),
      version: study.version,
      created: at,
      tables,
    });
    return `${JSON.stringify(described, undefined, 2)}\n`;
  }

  /** Sizes and checksums of the CSV files, by writing each of them to nowhere. */
  private async measured(): Promise<readonly WrittenFile[]> {
    const written: WrittenFile[] = [];
    for (const source of this.input.sources) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of csvPieces(source)) {
        hash.update(piece);
        bytes += Buffer.byteLength(piece);
      }
      written.push({ name: this.csvName(source.table), bytes, sha256: hash.digest('hex') });
    }
    return written;
  }

  private sheets(): Promise<Buffer> {
    const { readme, makeBook } = this.input;
    const about = [readme.notice, readme.title, readme.basis, readme.citation, readme.attribution];
    const tables = this.tables
      .filter(({ id }) => id !== 'long')
      .map((table) => ({ table, csvName: this.csvName(table) }));
    const { columns, rows } = this.codebookTable();
    return makeBook(
      [{ name: 'about', rows: about.filter((text) => text !== '').map((text) => [text]) }],
      tables,
      [{ name: 'codebook', rows: [columns, ...rows] }],
    );
  }

  private get tables(): readonly ExportTable[] {
    return this.input.sources.map(({ table }) => table);
  }

  private csvName({ id }: ExportTable): string {
    return this.fileName(`${id}.csv`);
  }

  /** Programs look for these under their own names. */
  private fileName(name: string): string {
    const { round, basis } = this.input;
    return name === 'datapackage.json' || name === 'checksums.txt'
      ? name
      : exportFileName(round, basis, name);
  }
}

/** A file that is ready only after a while, as pieces. */
async function* awaited(
  make: (before: readonly WrittenFile[]) => ExportContent | Promise<Buffer>,
  before: readonly WrittenFile[],
): AsyncGenerator<string | Buffer> {
  const content = await make(before);
  if (typeof content === 'string' || Buffer.isBuffer(content)) yield content;
  else yield* content;
}
