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

/** What a shape stands for; how it looks is the writer's affair. `silent` = no reply, or not published. */
export type PictureTone = 'yes' | 'no' | 'unknown' | 'silent' | 'area' | 'frame' | 'range';

/** One shape of a picture, in the units of its own box; later shapes lie on top. */
export type PictureShape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tone: PictureTone;
    }
  /** `d` in the words of an SVG path, with absolute M, L and Z only. */
  | { readonly kind: 'path'; readonly d: string; readonly tone: PictureTone }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly tone: PictureTone;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the line on which the letters stand. */
      readonly y: number;
      readonly size: number;
      readonly text: string;
    };

/** A drawing; its description says all that it shows, for readers without pictures and for formats that have none. */
export interface TreePicture {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** How wide it stands on the page, as a share of the text's width. */
  readonly share: number;
  readonly shapes: readonly PictureShape[];
}

export type ReportNode =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'remark'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  /** Words of somebody who was asked, and who that was; `by` '' = the heading above it says so. */
  | { readonly kind: 'quote'; readonly words: string; readonly by: string }
  | { readonly kind: 'table'; readonly table: TreeTable }
  | { readonly kind: 'chart'; readonly chart: TreeChart }
  | { readonly kind: 'picture'; readonly picture: TreePicture }
  /** A new sheet begins. */
  | { readonly kind: 'sheet' };

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
  /** Absent = it runs on over as many pages as it needs. Else it stands on exactly so many sheets of A4. */
  readonly sheets?: number;
  readonly nodes: readonly ReportNode[];
}
