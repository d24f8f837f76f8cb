import { dayInWords } from '../../kernel/day-in-words.js';
import type { ReleaseDocument } from '../release.js';
import { SYNTHETIC_NOTICE } from '../synthetic-marking.js';
import { cherriesOf } from './cherries.js';
import { byFigureId, figureCatalogue } from './figure-catalogue.js';
import { type FigureCatalogue, knownExtras, piecesOf } from './figure-references.js';
import { figuresTable, indicatorChart } from './render-figures.js';
import { renderPart } from './render-parts.js';
import type { ReportBlock, ReportContent } from './report-content.js';
import type { ReportFacts } from './report-facts.js';
import { figureText } from './report-figure.js';
import {
  type CitableQuotation,
  quotationMark,
  type QuotationMark,
  type StoredReport,
} from './report-quotations.js';
import type { Inline, Line, ReportNode } from './report-tree.js';

/** What a report is made of; the same always gives the same report. */
export interface ReportInput {
  readonly content: ReportContent;
  readonly release: ReleaseDocument;
  /** SHA-256 of the release; '' = it is not released, and the report says so. */
  readonly sha256: string;
  readonly facts: ReportFacts;
  /** Those that may stand in it; a chosen one that is not among them is left out. */
  readonly quotations: readonly CitableQuotation[];
}

type StoredNode = ReportNode | QuotationMark;

const NOT_WRITTEN: Line = [{ text: 'The survey team has not written this part.' }];

/**
 * Puts the figures of a release into a report. A reference that the release does not have is written out as unknown,
 * never left out: reports are checked before, so it shows that something went wrong. Quotations are marks: see
 * `fillQuotations`.
 */
export function renderReport({ content, release, sha256, facts, quotations }: ReportInput): StoredReport {
  const figures = figureCatalogue(release);
  const catalogue = byFigureId(figures);
  const cherries = cherriesOf(release, facts);
  const nodes = content.blocks.flatMap((block): readonly StoredNode[] => {
    const chosen = (block.quotations ?? []).flatMap((id) => quotations.find((each) => each.id === id) ?? []);
    if (block.kind === 'part')
      return renderPart(block.subject, {
        release,
        facts,
        catalogue,
        cherries,
        answers: content.cherries,
        quotations: chosen,
        line: (text) => lineOf(text, catalogue),
      });
    if (block.kind === 'chart') {
      const indicator = release.indicators.find(({ id }) => id === block.subject);
      return indicator === undefined ? [] : [{ kind: 'chart', chart: indicatorChart(indicator, block.id) }];
    }
    if (block.kind === 'quotations') return renderQuotations(block, chosen, catalogue);
    return renderWritten(block, catalogue);
  });
  return {
    schema: 'liaison-atlas/report/1',
    lang: 'en-GB',
    title: content.title,
    notice: release.round.kind === 'synthetic' ? SYNTHETIC_NOTICE : '',
    about: aboutOf(release, sha256),
    date: release.publishedAt,
    nodes: [
      ...nodes,
      {
        kind: 'heading',
        level: 2,
        id: 'where-figures-come-from',
        line: [{ text: 'Appendix: where the figures come from' }],
      },
      { kind: 'table', table: figuresTable(figures, usedIn(nodes)) },
    ],
  };
}

/** Quotations without names beneath what their author says of them; where none may stand, nothing. */
function renderQuotations(
  { text }: ReportBlock,
  chosen: readonly CitableQuotation[],
  catalogue: FigureCatalogue,
): readonly StoredNode[] {
  if (chosen.length === 0) return [];
  const lead: readonly ReportNode[] =
    text === '' ? [] : [{ kind: 'paragraph', line: lineOf(text, catalogue) }];
  return [...lead, ...chosen.map((quotation) => quotationMark(quotation, 'text'))];
}

function renderWritten(block: ReportBlock, catalogue: FigureCatalogue): readonly ReportNode[] {
  const { id, kind, level, text } = block;
  if (kind === 'heading') return [{ kind, level: level === 3 ? 3 : 2, id, line: lineOf(text, catalogue) }];
  if (text === '') return [{ kind: 'remark', line: NOT_WRITTEN }];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return kind === 'list'
    ? [{ kind, items: lines.map((line) => lineOf(line, catalogue)) }]
    : lines.map((line) => ({ kind: 'paragraph', line: lineOf(line, catalogue) }));
}

/** A text with every reference in figures. */
export const lineOf = (text: string, catalogue: FigureCatalogue): Line =>
  piecesOf(text).map((piece): Inline => {
    if (piece.kind === 'words') return { text: piece.text };
    const figure = catalogue.get(piece.id);
    return figure === undefined
      ? { text: `[unknown figure ${piece.id}]` }
      : { text: figureText(figure, knownExtras(piece.extras)), figure: piece.id };
  });

function aboutOf({ round, number, kind, publishedAt, asAt, codeVersion }: ReleaseDocument, sha256: string) {
  return sha256 === ''
    ? [
        `Round ${round.id}. PREVIEW: not released, figures can still change.`,
        `Answers as at ${dayInWords(asAt)}; made by version ${codeVersion}.`,
      ]
    : [
        `Round ${round.id}, release ${number} (${kind}), published ${dayInWords(publishedAt)}.`,
        `Answers as at ${dayInWords(asAt)}; made by version ${codeVersion}.`,
        `SHA-256 of the release: ${sha256}.`,
      ];
}

/** Ids of the figures that stand anywhere in a report. */
function usedIn(nodes: readonly StoredNode[]): ReadonlySet<string> {
  const lines = nodes.flatMap((node): readonly Line[] => {
    if (node.kind === 'list') return node.items;
    if (node.kind === 'table') return node.table.rows.flat();
    if (node.kind === 'chart') return node.chart.table.rows.flat();
    return 'line' in node ? [node.line] : [];
  });
  return new Set(lines.flat().flatMap(({ figure }) => figure ?? []));
}
