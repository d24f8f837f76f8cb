import { MAP_COLOURS } from '../../map/map-colours.js';

/** Width of every picture of figures, its margin, and the height of a line and of a row, in the picture's own units. */
export const WIDTH = 440;
export const MARGIN = 16;
export const LINE = 20;
export const ROW = 48;

/** Colours of a picture; none is needed to read it. */
export const BLUE = '#005eb8';
export const { text: INK, boundary: GREY, land: PALE, synthetic: PLUM } = MAP_COLOURS;

/** Where a share stands on the scale from 0 to 100 %. */
export const at = (share: number): number => MARGIN + share * (WIDTH - 2 * MARGIN);
