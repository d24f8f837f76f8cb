import type { Line, ReportNode } from '../../publication/report/report-tree.js';

export const words = (text: string): Line => [{ text }];

export const heading = (id: string, text: string, level: 2 | 3 = 2): ReportNode => ({
  kind: 'heading',
  level,
  id,
  line: words(text),
});

export const paragraph = (text: string): ReportNode => ({ kind: 'paragraph', line: words(text) });

export const bullets = (texts: readonly string[]): ReportNode => ({ kind: 'list', items: texts.map(words) });

export const table = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ReportNode => ({
  kind: 'table',
  table: { caption, columns, rows: rows.map((cells) => cells.map(words)) },
});
