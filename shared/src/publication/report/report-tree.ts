/** A run of words; one that is a number of the release says which. */
export interface Inline {
  readonly text: string;
  /** Id of the figure that it shows; absent = plain words. */
  readonly figure?: string;
}
export type Line = readonly Inline[];

export interface TreeTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Line[])[];
}

/** One bar of a chart: a count of hospitals and how long it is, 0 to 1. */
export interface ChartBar {
  readonly label: string;
  readonly length: number;
  readonly text: string;
}

export interface TreeChart {
  readonly id: string;
  readonly title: string;
  /** Says in words what the picture shows. */
  readonly description: string;
  readonly bars: readonly ChartBar[];
  /** The same numbers as a table; the only form of it where there are no pictures. */
  readonly table: TreeTable;
}

export type ReportNode =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'remark'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly table: TreeTable }
  | { readonly kind: 'chart'; readonly chart: TreeChart };

/** A whole report with every figure in its place, in no format yet: HTML, DOCX and PDF are written from this. */
export interface ReportTree {
  readonly schema: 'liaison-atlas/report/1';
  readonly lang: 'en-GB';
  readonly title: string;
  /** '' = real answers; else says that they are invented, on every page. */
  readonly notice: string;
  /** Round, release, date, hash: one line each. */
  readonly about: readonly string[];
  /** ISO date of the release, for the properties of files. */
  readonly date: string;
  readonly nodes: readonly ReportNode[];
}
