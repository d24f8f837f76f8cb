import { downloadFileName, liveFileName } from '../file-name.js';
import type { ReleaseDocument } from '../release.js';

/** The formats of a report; HTML is the master. */
export const REPORT_FORMATS = ['html', 'docx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Name of a released report. @example 'liaison-atlas_2017-18_release-1_report.docx' */
export const fileNameOf = (
  release: { readonly round: Pick<ReleaseDocument['round'], 'id' | 'kind'>; readonly number: number },
  format: ReportFormat,
): string => downloadFileName(release, 'report', format);

/** Name of a preview, which belongs to no release. @example 'liaison-atlas_2027_report-preview.pdf' */
export const previewName = (
  round: Pick<ReleaseDocument['round'], 'id' | 'kind'>,
  format: ReportFormat,
): string => liveFileName(round, 'report-preview', format);
