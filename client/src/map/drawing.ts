/** A stroke or a filled shape; `hatch` as a fill is the hatch of areas with too few replies. */
export interface DrawnPath {
  readonly kind: 'path';
  readonly path: string;
  /** The path is moved by so much. */
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
  /** 1 = nothing shines through the filling. */
  readonly opacity: number;
  /** Ends at the edge of the map. */
  readonly clipped: boolean;
}

/** A line of text. */
export interface DrawnText {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle';
  readonly fill: string;
  /** Degrees by which it is turned about its place. */
  readonly turned: number;
  readonly opacity: number;
  readonly clipped: boolean;
}

/** Anything that is drawn. */
export type Piece = DrawnPath | DrawnText;

/** One map as a picture: what screen, SVG, PNG and print make from it is the same strokes in the same places. */
export interface Drawing {
  readonly title: string;
  /** What is to be seen, in words and counts. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** The rectangle of the map itself. */
  readonly map: { readonly top: number; readonly height: number };
  readonly pieces: readonly Piece[];
}

export const DRAWING_FONT = 'arial, sans-serif';
/** Name of the filling that means "not enough replies". */
export const HATCH_FILL = 'hatch';

/** Pieces in their order, parted where the edge of the map begins or ends to hold. */
export function runsOf(pieces: readonly Piece[]): readonly { clipped: boolean; run: readonly Piece[] }[] {
  const runs: { clipped: boolean; run: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.clipped === piece.clipped) last.run.push(piece);
    else runs.push({ clipped: piece.clipped, run: [piece] });
  }
  return runs;
}
