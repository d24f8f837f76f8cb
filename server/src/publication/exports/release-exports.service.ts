import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { toFhirQuestionnaire } from '@liaison-atlas/shared/instrument/interchange/to-fhir-questionnaire';
import { toXlsForm } from '@liaison-atlas/shared/instrument/interchange/to-xlsform';
import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';
import { citation, releasePage } from '@liaison-atlas/shared/publication/citation';
import { EXPORT_HOLDS } from '@liaison-atlas/shared/publication/exports/export-names';
import {
  type FilledTable,
  releaseHospitals,
  releaseLong,
} from '@liaison-atlas/shared/publication/exports/release-tables';
import {
  type OpenReplacedBy,
  replacedMember,
  replacedNotice,
} from '@liaison-atlas/shared/publication/open-release-status';
import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import type { ReplacedBy } from '@liaison-atlas/shared/publication/release-chain';
import { syntheticNotice } from '@liaison-atlas/shared/publication/synthetic-marking';
import { toHospitalsGeoJson } from '@liaison-atlas/shared/publication/to-hospitals-geojson';
import { toSummary } from '@liaison-atlas/shared/publication/to-summary';
import { Injectable } from '@nestjs/common';

import { InstrumentService } from '../../instrument/instrument.service.js';
import { writeWorkbook } from '../../instrument/interchange/workbook.js';
import { sha256 } from '../../platform/ids.js';
import { exactPath } from '../release-files/exact-path.js';
import { type ExportFile, ExportPackage } from './export-package.js';
import { csvLines, type ExportSource, type RowSource } from './export-rows.js';
import { writeBook } from './write-book.js';
import { withoutTimes } from './without-times.js';

/** Files that are made from a release beside those it had before; all of them hold what it publishes and nothing else. */
export const RELEASE_EXPORTS = [
  'hospitals.csv',
  'hospitals.sps',
  'hospitals.do',
  'hospitals.R',
  'long.csv',
  'codebook.csv',
  'hospitals.xlsx',
  'questionnaire.xlsx',
  'questionnaire.fhir.json',
  'ddi.xml',
  'datapackage.json',
  'export.zip',
] as const;
export type ReleaseExport = (typeof RELEASE_EXPORTS)[number];

/** What is needed of a release as it is stored. */
export interface ExportedRelease {
  readonly document: ReleaseDocument;
  readonly stamp: { readonly sha256: string };
  /** The erratum that took its place; every file then says so. null = it stands. */
  readonly replacedBy: ReplacedBy | null;
  /** Address of this site, for the citation. */
  readonly site: string;
}

/** A file in the list of what a release has. */
export interface ListedExport {
  readonly name: string;
  readonly holds: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Where these very bytes are, for caches that keep them for good. */
  readonly address: string;
  /** What took the place of its release; absent = the release stands. */
  readonly replacedBy?: OpenReplacedBy;
}

/** A file whole: those of a release are small, made once and kept. */
export interface WholeFile extends Omit<ExportFile, 'content'> {
  readonly body: Buffer;
}

/** Makes the files of a release. Everything comes from its document and from the questionnaire that it names. */
@Injectable()
export class ReleaseExports {
  constructor(private readonly instruments: InstrumentService) {}

  async file(release: ExportedRelease, name: ReleaseExport): Promise<WholeFile> {
    const opened = await (await this.packageOf(release)).open(name);
    if (opened === null) throw new RangeError(`no file ${name}`);
    const { contentType, fileName, content } = opened;
    return { contentType, fileName, body: await whole(content) };
  }

  /** Every file whole, one after the other, the zip last. */
  async *all(release: ExportedRelease): AsyncGenerator<WholeFile & { readonly name: string }> {
    const made = await this.packageOf(release);
    for (const name of [...made.names, 'export.zip']) {
      const opened = await made.open(name);
      if (opened === null) continue;
      const { contentType, fileName, content } = opened;
      yield { name, contentType, fileName, body: await whole(content) };
    }
  }

  /** Every file with its size and checksum, the zip last. */
  async list(release: ExportedRelease): Promise<readonly ListedExport[]> {
    const { document, site } = release;
    const replaced = replacedMember(document.round.id, release.replacedBy);
    const listed: ListedExport[] = [];
    for await (const { name, body } of this.all(release)) {
      const holds = EXPORT_HOLDS[name] ?? '';
      const sum = sha256(body);
      const path = exactPath({
        roundId: document.round.id,
        releaseNumber: document.number,
        sha256: sum,
        name,
      });
      listed.push({ name, holds, bytes: body.length, sha256: sum, address: `${site}/${path}`, ...replaced });
    }
    return listed;
  }

  private async packageOf({ document, stamp, replacedBy, site }: ExportedRelease): Promise<ExportPackage> {
    const { round, number, publishedAt, kind, frame } = document;
    const instrument = await this.instruments.contentOf({
      instrumentKey: document.instrument.key,
      instrumentVersion: document.instrument.version,
    });
    const replaced = replacedMember(round.id, replacedBy);
    const notice = [syntheticNotice(round.kind).notice ?? '', replacedNotice(round.id, replacedBy)]
      .filter((text) => text !== '')
      .join(' ');
    const basis = `Release ${number} (${kind}), published ${dayInWords(publishedAt)}, answers as at ${dayInWords(document.asAt)}. Only what the release publishes is here.`;
    const named = frame.declaredSize === null ? '' : ` The source declares ${frame.declaredSize} hospitals.`;
    const filled = [releaseHospitals(document), releaseLong(document)].map(toRows);
    return new ExportPackage({
      round,
      basis: { from: 'release', number },
      at: publishedAt,
      sources: filled.map((source): ExportSource => ({ table: source.table, lines: () => csvLines(source) })),
      workbook: 'hospitals.xlsx',
      makeBook: (before, tables, behind) =>
        writeBook(
          before,
          tables.flatMap(({ table: { id }, csvName }) =>
            filled.filter(({ table }) => table.id === id).map((source) => ({ source, csvName })),
          ),
          behind,
        ),
      further: {
        'hospitals.geojson': () =>
          JSON.stringify({ ...toHospitalsGeoJson(document, stamp.sha256), ...replaced }),
        'summary.json': () => JSON.stringify({ ...toSummary(document, stamp.sha256), ...replaced }),
        'questionnaire.xlsx': async () => withoutTimes(await writeWorkbook(toXlsForm(instrument))),
        'questionnaire.fhir.json': () => JSON.stringify(toFhirQuestionnaire(instrument), undefined, 2),
      },
      readme: {
        title: round.title,
        basis,
        notice,
        citation: citation(document, stamp.sha256, releasePage(site, round.id, number), {
          doi: '',
          replacedBy,
          withdrawn: null,
        }),
        attribution: roundAttribution(round.kind),
        isInternal: false,
      },
      study: {
        id: `liaison-atlas/${round.id}/release-${number}`,
        abstract: [notice, basis].filter((text) => text !== '').join(' '),
        universe: `${frame.title}: ${frame.listedSize} listed hospitals.${named} Source: ${frame.source}`,
        collected: round.fieldwork,
        producedBy: 'Liaison Atlas',
        version: `${number}.0.0`,
      },
    });
  }
}

const toRows = ({ table, rows }: FilledTable): RowSource => ({ table, pages: () => [rows] });

async function whole(content: ExportFile['content']): Promise<Buffer> {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  if (Buffer.isBuffer(content)) return content;
  const pieces: Buffer[] = [];
  for await (const piece of content)
    pieces.push(typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece);
  return Buffer.concat(pieces);
}
