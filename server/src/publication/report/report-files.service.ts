import { createHash } from 'node:crypto';

import { fileNameOf, type ReportFormat } from '@liaison-atlas/shared/publication/report/report-file-name';
import { reportHtml } from '@liaison-atlas/shared/publication/report/report-html';
import { REPORT_STYLE } from '@liaison-atlas/shared/publication/report/report-style';
import { renderReport } from '@liaison-atlas/shared/publication/report/render-report';
import {
  fillQuotations,
  quotationsIn,
  type StoredReport,
} from '@liaison-atlas/shared/publication/report/report-quotations';
import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';
import { standardReport } from '@liaison-atlas/shared/publication/report/standard-report';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { CODE_VERSION } from '../../platform/code-version.js';
import { sha256 } from '../../platform/ids.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from '../prepared-answer.js';
import { ReleaseStore, type StoredRelease } from '../release-store.service.js';
import { reportDocx } from './report-docx.js';
import { reportPdf } from './report-pdf.js';
import { ReportQuotationsService } from './report-quotations.service.js';
import { ReportSourceService } from './report-source.service.js';
import { ReportEdition } from './report.entity.js';

const CONTENT_TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
const styleHash = createHash('sha256').update(REPORT_STYLE).digest('base64');
/** The page of a report runs no script, fetches nothing and has its one style inside. */
export const REPORT_POLICY =
  `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; ` +
  `frame-ancestors 'self'`;

/**
 * Reports as files: of the newest release, kept ready until there is a newer one. Whether its quotations may still leave is
 * asked with every request: with one that may not, the file is made anew and has another tag.
 */
@Injectable()
export class ReportFilesService {
  private readonly kept = new Map<
    string,
    { readonly key: string; readonly answer: Promise<PreparedAnswer> }
  >();
  private readonly editions = new Map<
    string,
    { readonly sha256: string; readonly report: Promise<StoredReport> }
  >();

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly store: ReleaseStore,
    private readonly sources: ReportSourceService,
    private readonly quotations: ReportQuotationsService,
  ) {}

  /** The report that went out with a round's newest release. @throws DomainError NOT_RELEASED */
  async released(roundId: string, format: ReportFormat): Promise<PreparedAnswer> {
    const release = await this.store.getLatest(roundId);
    const report = await this.keptEdition(roundId, release);
    const leaving = quotationsIn(report).length === 0 ? [] : await this.quotations.citable(release.document);
    const key = `${release.stamp.sha256} ${sha256(JSON.stringify(leaving))}`;
    const place = `${roundId}.${format}`;
    const known = this.kept.get(place);
    if (known?.key === key) return known.answer;
    const tree = fillQuotations(report, new Map(leaving.map((quotation) => [quotation.id, quotation])));
    const name = format === 'html' ? '' : fileNameOf(release.document, format);
    const answer = prepareReport(tree, format, name);
    this.kept.set(place, { key, answer });
    answer.catch(() => this.kept.delete(place));
    return answer;
  }

  private keptEdition(roundId: string, release: StoredRelease): Promise<StoredReport> {
    const known = this.editions.get(roundId);
    if (known?.sha256 === release.stamp.sha256) return known.report;
    const report = this.editionOf(release);
    this.editions.set(roundId, { sha256: release.stamp.sha256, report });
    report.catch(() => this.editions.delete(roundId));
    return report;
  }

  /** Of a release from before there were reports, the standard one: nobody could have written another. */
  private async editionOf({ document, stamp }: StoredRelease): Promise<StoredReport> {
    const edition = await this.reader.getRepository(ReportEdition).findOne({
      where: { release: { roundId: document.round.id, number: document.number } },
    });
    if (edition !== null) return JSON.parse(edition.tree) as StoredReport;
    const facts = await this.sources.factsOf(document, null);
    return renderReport({
      content: standardReport(document),
      release: document,
      sha256: stamp.sha256,
      facts,
      quotations: [],
    });
  }
}

/** A report in one format. Its tag is that of what it says: the bytes of a DOCX also hold when they were packed. */
async function prepareReport(
  tree: ReportTree,
  format: ReportFormat,
  fileName: string,
): Promise<PreparedAnswer> {
  const body = await reportBody(tree, format);
  const answer = await prepareAnswer(body, {
    contentType: CONTENT_TYPES[format],
    fileName,
    // A quotation can be withdrawn at any moment, and a cache in between must not show it once more.
    cacheControl: CACHE.atOnce,
  });
  const tag = sha256(`${format} ${CODE_VERSION} ${JSON.stringify(tree)}`).slice(0, 32);
  return { ...answer, etag: `"${tag}"` };
}

/** A report in one format, with the type under which it is sent. */
export const reportFile = async (
  tree: ReportTree,
  format: ReportFormat,
): Promise<{ readonly body: Buffer; readonly contentType: string }> => ({
  body: await reportBody(tree, format),
  contentType: CONTENT_TYPES[format],
});

async function reportBody(tree: ReportTree, format: ReportFormat): Promise<Buffer> {
  switch (format) {
    case 'html':
      return Buffer.from(reportHtml(tree), 'utf8');
    case 'docx':
      return reportDocx(tree);
    case 'pdf':
      return reportPdf(tree);
  }
}
