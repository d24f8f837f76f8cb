import type { NotAFigure, ReportBlock, ReportPart } from './report-content.js';

const EMPTY = { level: 0, text: '', subject: '', notFigures: [] } as const;

/** A heading of the report: 2 for a section, 3 below one. */
export const headingBlock = (id: string, text: string, level: 2 | 3 = 2): ReportBlock => ({
  ...EMPTY,
  id,
  kind: 'heading',
  level,
  text,
});

/** A paragraph; '' = somebody has to write it. */
export const textBlock = (id: string, text: string, notFigures: readonly NotAFigure[] = []): ReportBlock => ({
  ...EMPTY,
  id,
  kind: 'text',
  text,
  notFigures,
});

export const listBlock = (id: string, items: readonly string[]): ReportBlock => ({
  ...EMPTY,
  id,
  kind: 'list',
  text: items.join('\n'),
});

/** The figures of one indicator as a picture and a table. */
export const chartBlock = (id: string, indicator: string): ReportBlock => ({
  ...EMPTY,
  id,
  kind: 'chart',
  subject: indicator,
});

/** Quotations by their ids, beneath a sentence; '' = none. */
export const quotationsBlock = (id: string, text: string, quotations: readonly string[]): ReportBlock => ({
  ...EMPTY,
  id,
  kind: 'quotations',
  text,
  quotations,
});

/** Something that the system fills in. */
export const partBlock = (id: string, part: ReportPart): ReportBlock => ({
  ...EMPTY,
  id,
  kind: 'part',
  subject: part,
});
