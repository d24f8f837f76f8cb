import type {
  Line,
  ReportNode,
  ReportTree,
  TreeTable,
} from '@liaison-atlas/shared/publication/report/report-tree';
import PDFDocument from 'pdfkit';

import { inFont, registerFonts, REPORT_FONTS } from './report-fonts.js';
import { drawPicture, pictureHeight } from './picture-pdf.js';

export type Pdf = PDFKit.PDFDocument;

const { body: BODY, bold: BOLD, italic: ITALIC } = REPORT_FONTS;
/** Known to pdfkit, and not yet to its types. */
const PDF_UA: object = { subset: 'PDF/UA' };
const NO_FONT: object = { font: null };
const SIZES = { 1: 20, 2: 15, 3: 12 } as const;
const PADDING = 4;
const QUOTE_INDENT = 18;
/** Of the height of a letter, what lines of a briefing stand closer: 1.16 instead of 1.36. */
const LINE_GAIN = 0.2;
/** Height and width of A4 in points. */
const A4 = { width: 595.28, height: 841.89 } as const;
/** A heading does not stand so near the end of a page: some lines of what it is above belong below it. */
const KEPT_BELOW_HEADING = 80;

const marginsOf = ({ sheets }: ReportTree) =>
  sheets === undefined
    ? { top: 60, left: 60, right: 60, bottom: 70 }
    : { top: 32, left: 40, right: 40, bottom: 44 };

/** Where the text of a page ends, in points from its top. */
export const endOfPage = (tree: ReportTree): number => A4.height - marginsOf(tree).bottom;

/**
 * A tagged PDF that nothing is written into yet: language, title, typeface.
 * @param scale of every letter and gap
 * @param height of a page; another one than that of A4 only to measure
 */
export function openPdf(tree: ReportTree, scale: number, height: number = A4.height): Pdf {
  const title = `${tree.notice === '' ? '' : 'SYNTHETIC: '}${tree.title}`;
  const pdf = new PDFDocument({
    size: [A4.width, height],
    margins: marginsOf(tree),
    pdfVersion: '1.7',
    // Says that it keeps to PDF/UA-1: tagged, with a language and a title, its typeface within it, nothing by colour alone.
    ...PDF_UA,
    tagged: true,
    // Registered below, already open.
    ...NO_FONT,
    lang: tree.lang,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: 'Liaison Atlas', CreationDate: new Date(tree.date) },
  });
  registerFonts(pdf);
  const setSize = pdf.fontSize.bind(pdf);
  // The typeface asks for more room between lines than a page that has to be full can give.
  const gap = tree.sheets === undefined ? 0 : -LINE_GAIN;
  pdf.fontSize = (size) => setSize(size * scale).lineGap(gap * size * scale);
  return pdf;
}

/**
 * Writes a whole report but for the numbers of its pages.
 * @param written is told after each part where a page would have to end to hold it, in points from the top
 */
export function writeTree(
  pdf: Pdf,
  tree: ReportTree,
  written: (node: ReportNode | null, end: number) => void = () => undefined,
): void {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const add = (type: string, write: () => void): void => {
    root.add(pdf.struct(type, {}, write));
  };
  add('H1', () => pdf.font(BOLD).fontSize(SIZES[1]).text(inFont(pdf, tree.title)).moveDown(0.4));
  if (tree.notice !== '')
    add('P', () => pdf.font(BOLD).fontSize(11).text(inFont(pdf, tree.notice)).moveDown(0.5));
  for (const line of tree.about) add('P', () => pdf.font(BODY).fontSize(9).text(inFont(pdf, line)));
  written(null, pdf.y);
  for (const node of tree.nodes) {
    const began = pdf.y;
    writeNode(pdf, root, node, add);
    written(node, node.kind === 'heading' ? began + KEPT_BELOW_HEADING : pdf.y);
  }
  root.end();
}

function writeNode(
  pdf: Pdf,
  root: PDFKit.PDFStructureElement,
  node: ReportNode,
  add: (type: string, write: () => void) => void,
): void {
  switch (node.kind) {
    case 'heading': {
      const { level, line } = node;
      if (pdf.y > bottomOf(pdf) - KEPT_BELOW_HEADING) pdf.addPage();
      add(`H${level}`, () =>
        pdf.moveDown(0.8).font(BOLD).fontSize(SIZES[level]).text(wordsOf(pdf, line)).moveDown(0.3),
      );
      return;
    }
    case 'paragraph':
    case 'remark': {
      const font = node.kind === 'remark' ? ITALIC : BODY;
      add('P', () => pdf.font(font).fontSize(10.5).text(wordsOf(pdf, node.line)).moveDown(0.5));
      return;
    }
    case 'list': {
      const list = pdf.struct('L');
      root.add(list);
      for (const line of node.items) writeItem(pdf, list, wordsOf(pdf, line));
      list.end();
      pdf.moveDown(0.4);
      return;
    }
    case 'quote':
      writeQuote(pdf, root, node);
      return;
    case 'table':
      writeTable(pdf, root, node.table);
      return;
    case 'chart':
      writeTable(pdf, root, node.chart.table);
      return;
    case 'picture':
      if (pdf.y + pictureHeight(pdf, node.picture) > bottomOf(pdf)) pdf.addPage();
      root.add(pdf.struct('Figure', { alt: node.picture.description }, () => drawPicture(pdf, node.picture)));
      add('P', () => pdf.font(BODY).fontSize(9).text(inFont(pdf, node.picture.description)).moveDown(0.4));
      return;
    case 'sheet':
      pdf.addPage();
      return;
  }
}

/** Words of others, set in and told apart for a screen reader; who said them beneath. */
function writeQuote(
  pdf: Pdf,
  root: PDFKit.PDFStructureElement,
  { words, by }: { readonly words: string; readonly by: string },
): void {
  const left = pdf.page.margins.left;
  const width = pdf.page.width - left - pdf.page.margins.right - QUOTE_INDENT;
  const quote = pdf.struct('BlockQuote');
  root.add(quote);
  for (const [text, font] of [
    [`“${words}”`, BODY],
    [by, ITALIC],
  ] as const)
    if (text !== '')
      quote.add(
        pdf.struct('P', {}, () =>
          pdf
            .font(font)
            .fontSize(10.5)
            .text(inFont(pdf, text), left + QUOTE_INDENT, pdf.y, { width }),
        ),
      );
  quote.end();
  pdf.x = left;
  pdf.moveDown(0.5);
}

function writeItem(pdf: Pdf, list: PDFKit.PDFStructureElement, words: string): void {
  const item = pdf.struct('LI');
  list.add(item);
  item.add(
    pdf.struct('LBody', {}, () =>
      pdf.font(BODY).fontSize(10.5).text(`• ${words}`, { indent: 0 }).moveDown(0.2),
    ),
  );
  item.end();
}

/** A table with a caption, heading cells and rows that stay on one page where they fit on one. */
function writeTable(pdf: Pdf, root: PDFKit.PDFStructureElement, { caption, columns, rows }: TreeTable): void {
  const left = pdf.page.margins.left;
  const width = (pdf.page.width - left - pdf.page.margins.right) / columns.length;
  const table = pdf.struct('Table');
  root.add(table);
  table.add(
    pdf.struct('Caption', {}, () =>
      pdf.moveDown(0.4).font(BOLD).fontSize(10.5).text(inFont(pdf, caption), left).moveDown(0.3),
    ),
  );
  const lines = [
    columns.map((text) => inFont(pdf, text)),
    ...rows.map((cells) => cells.map((line) => wordsOf(pdf, line))),
  ];
  for (const [at, cells] of lines.entries()) {
    const font = at === 0 ? BOLD : BODY;
    pdf.font(font).fontSize(9);
    const height =
      Math.max(...cells.map((text) => pdf.heightOfString(text, { width: width - 2 * PADDING }))) +
      2 * PADDING;
    if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
    const top = pdf.y;
    const row = pdf.struct('TR');
    table.add(row);
    for (const [column, text] of cells.entries()) {
      const write = (): void => {
        pdf.font(font).fontSize(9);
        pdf.text(text, left + column * width + PADDING, top + PADDING, { width: width - 2 * PADDING });
      };
      row.add(pdf.struct(at === 0 || column === 0 ? 'TH' : 'TD', {}, write));
    }
    row.end();
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(left, top + height)
      .lineTo(left + columns.length * width, top + height)
      .lineWidth(0.5)
      .stroke('#4c6272');
    pdf.endMarkedContent();
    pdf.x = left;
    pdf.y = top + height;
  }
  table.end();
  pdf.moveDown(0.8);
}

const bottomOf = ({ page }: Pdf): number => page.height - page.margins.bottom;

const wordsOf = (pdf: Pdf, line: Line): string => inFont(pdf, line.map(({ text }) => text).join(''));
