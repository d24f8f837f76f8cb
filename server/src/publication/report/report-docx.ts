import type {
  Line,
  ReportNode,
  ReportTree,
  TreeTable,
} from '@liaison-atlas/shared/publication/report/report-tree';
import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A report as a Word document: headings, lists and tables as such, in British English; charts are their tables. */
export function reportDocx(tree: ReportTree): Promise<Buffer> {
  const document = new Document({
    title: `${tree.notice === '' ? '' : 'SYNTHETIC: '}${tree.title}`,
    creator: 'Liaison Atlas',
    description: tree.about.join(' '),
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: tree.sheets === undefined ? 22 : 16, language: { value: tree.lang } },
          paragraph: { spacing: { after: tree.sheets === undefined ? 120 : 40 } },
        },
      },
    },
    sections: [
      {
        ...(tree.sheets === undefined ? {} : { properties: { page: SHEET } }),
        footers: { default: footerOf(tree) },
        children: [
          new Paragraph({ text: tree.title, heading: HeadingLevel.HEADING_1 }),
          ...(tree.notice === ''
            ? []
            : [new Paragraph({ children: [new TextRun({ text: tree.notice, bold: true })] })]),
          ...tree.about.map((text) => new Paragraph({ text })),
          ...tree.nodes.flatMap(partsOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** A4 with narrow margins, in twentieths of a point. */
const SHEET = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 600, bottom: 600, left: 740, right: 740, footer: 300 },
};

function partsOf(node: ReportNode): readonly (Paragraph | Table)[] {
  switch (node.kind) {
    case 'heading': {
      const heading = node.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
      return [new Paragraph({ text: wordsOf(node.line), heading, keepNext: true })];
    }
    case 'paragraph':
      return [new Paragraph({ text: wordsOf(node.line) })];
    case 'remark':
      return [new Paragraph({ children: [new TextRun({ text: wordsOf(node.line), italics: true })] })];
    case 'list':
      return node.items.map((line) => new Paragraph({ text: wordsOf(line), bullet: { level: 0 } }));
    case 'quote':
      return [
        new Paragraph({ text: `“${node.words}”`, style: 'Quote', indent: { left: 567 } }),
        ...(node.by === '' ? [] : [new Paragraph({ text: node.by, indent: { left: 567 } })]),
      ];
    case 'table':
      return tableOf(node.table);
    case 'chart':
      return tableOf(node.chart.table);
    case 'picture':
      return [
        new Paragraph({
          children: [
            new TextRun({ text: `${node.picture.title}. `, bold: true }),
            new TextRun(node.picture.description),
          ],
        }),
      ];
    case 'sheet':
      return [new Paragraph({ pageBreakBefore: true, text: '', spacing: { after: 0 } })];
  }
}

/** A caption, the table with a heading row that is repeated on each page, and the empty line that Word wants behind. */
const tableOf = ({ caption, columns, rows }: TreeTable): readonly (Paragraph | Table)[] => [
  new Paragraph({ children: [new TextRun({ text: caption, bold: true })], keepNext: true }),
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(
          (text) =>
            new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: true })] })] }),
        ),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (line) => new TableCell({ children: [new Paragraph({ text: wordsOf(line) })] }),
            ),
          }),
      ),
    ],
  }),
  new Paragraph({ text: '' }),
];

const footerOf = (tree: ReportTree): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: tree.notice === '' ? `${tree.title}. Page ` : 'SYNTHETIC. Page ' }),
          new TextRun({ children: [PageNumber.CURRENT] }),
        ],
      }),
    ],
  });

const wordsOf = (line: Line): string => line.map(({ text }) => text).join('');
