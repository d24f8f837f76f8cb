import type { CherriesItem } from '@liaison-atlas/shared/publication/report/cherries';
import { byFigureId } from '@liaison-atlas/shared/publication/report/figure-catalogue';
import type { FigureCatalogue } from '@liaison-atlas/shared/publication/report/figure-references';
import type {
  BlockKind,
  ReportBlock,
  ReportContent,
} from '@liaison-atlas/shared/publication/report/report-content';
import { BLOCK_KINDS } from '@liaison-atlas/shared/publication/report/report-content';
import type { ReportFigure } from '@liaison-atlas/shared/publication/report/report-figure';

import type { ShownReport } from './write-report.graphql.js';

/** What an editor changes of a report, as the rules know it. */
export const contentOf = ({ title, blocks, cherries }: ShownReport): ReportContent => ({
  title,
  blocks: blocks.map(({ id, kind, level, text, subject, notFigures, quotations }) => ({
    id,
    kind: BLOCK_KINDS.find((known) => known === kind) ?? 'text',
    level: level === 2 || level === 3 ? level : 0,
    text,
    subject,
    notFigures: notFigures.map((mark) => ({ text: mark.text, reason: mark.reason })),
    ...(quotations.length > 0 && { quotations: [...quotations] }),
  })),
  cherries: cherries
    .filter(({ written }) => written !== '')
    .map(({ id, written, notFigures }) => ({
      item: id,
      text: written,
      notFigures: notFigures.map((mark) => ({ text: mark.text, reason: mark.reason })),
    })),
});

/** The items of the checklist as the system has filled them. */
export const cherriesOf = ({ cherries }: ShownReport): readonly CherriesItem[] =>
  cherries.map(({ id, heading, answer }) => ({ id, heading, answer, source: '' }));

/** The numbers that the report can refer to, by reference. */
export const catalogueOf = ({ figures }: ShownReport): FigureCatalogue =>
  byFigureId(
    figures.map(({ format, interval, bounds, value, denominator, ...figure }): ReportFigure => {
      const [low, high] = interval;
      const [lower, upper] = bounds;
      return {
        ...figure,
        format: format === 'share' ? 'share' : 'count',
        value: value ?? null,
        denominator: denominator ?? null,
        interval: low === undefined || high === undefined ? null : { low, high },
        bounds: lower === undefined || upper === undefined ? null : { lower, upper },
      };
    }),
  );

/** A report with one block changed. */
export const changeBlock = (
  content: ReportContent,
  id: string,
  change: Partial<ReportBlock>,
): ReportContent => ({
  ...content,
  blocks: content.blocks.map((block) => (block.id === id ? { ...block, ...change } : block)),
});

export const takeOutBlock = (content: ReportContent, id: string): ReportContent => ({
  ...content,
  blocks: content.blocks.filter((block) => block.id !== id),
});

/** A report with a block one place up or down; unchanged at its ends. */
export function moveBlock(content: ReportContent, id: string, by: -1 | 1): ReportContent {
  const from = content.blocks.findIndex((block) => block.id === id);
  const to = from + by;
  const moved = content.blocks[from];
  if (moved === undefined || to < 0 || to >= content.blocks.length) return content;
  return { ...content, blocks: content.blocks.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

/** A report with an empty block behind another. @param newId an id that no block has */
export function addBlockBehind(
  content: ReportContent,
  id: string,
  kind: BlockKind,
  newId: string,
): ReportContent {
  const at = content.blocks.findIndex((block) => block.id === id) + 1;
  const block: ReportBlock = {
    id: newId,
    kind,
    level: kind === 'heading' ? 3 : 0,
    text: kind === 'heading' ? 'New heading' : '',
    subject: kind === 'chart' ? 'iapt-in-reach' : kind === 'part' ? 'notes' : '',
    notFigures: [],
  };
  return { ...content, blocks: content.blocks.toSpliced(at, 0, block) };
}

/** The quotations of a block with one more at the end, or without it. */
export const chooseQuotation = (
  chosen: readonly string[],
  id: string,
  isChosen: boolean,
): readonly string[] => [...chosen.filter((each) => each !== id), ...(isChosen ? [id] : [])];

/** A report with an answer to an item of the checklist; '' takes it out. */
export const answerItem = (content: ReportContent, item: string, text: string): ReportContent => {
  const others = content.cherries.filter((answer) => answer.item !== item);
  const known = content.cherries.find((answer) => answer.item === item);
  return {
    ...content,
    cherries: text === '' ? others : [...others, { item, text, notFigures: known?.notFigures ?? [] }],
  };
};

/** A block whose bare number is marked as not a figure, with the reason. */
export const markNumber = (block: ReportBlock, text: string, reason: string): Partial<ReportBlock> => ({
  notFigures: [...block.notFigures.filter((mark) => mark.text !== text), { text, reason }],
});
