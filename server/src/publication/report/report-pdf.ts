import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';

import { LEAST_SCALE, largestScale } from './fit-sheets.js';
import { openPdf, type Pdf, writeTree } from './pdf-nodes.js';
import { inFont, REPORT_FONTS } from './report-fonts.js';

/**
 * A report as a tagged PDF: language, title, headings, lists and tables are told to a screen reader. Charts are their
 * tables. The typeface is in it, so every letter of a name can be read wherever it is opened. Made from the report alone,
 * so the same report gives the same bytes.
 *
 * One of so many sheets stands in the largest letters that fit on them; where even the smallest do not, it runs on.
 */
export async function reportPdf(tree: ReportTree): Promise<Buffer> {
  const pdf = openPdf(tree, tree.sheets === undefined ? 1 : (largestScale(tree) ?? LEAST_SCALE));
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  writeTree(pdf, tree);
  numberPages(pdf, tree);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The number of each page, and on each that answers are invented where they are: no part of the text. */
function numberPages(pdf: Pdf, { notice, title, sheets }: ReportTree): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    const words = `${notice === '' ? title : `SYNTHETIC: ${title}`}. Page ${page + 1} of ${count}`;
    pdf
      .font(REPORT_FONTS.body)
      .fontSize(8)
      .text(inFont(pdf, words), pdf.page.margins.left, pdf.page.height - (sheets === undefined ? 45 : 30), {
        lineBreak: false,
      });
    pdf.endMarkedContent();
  }
}
