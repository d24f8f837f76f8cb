import type { LadderCode } from './ladder-code.js';

/** In-reach blue, not-known grey, reported-absence plum: each at least 3:1 on the map's land; none red or green. */
export const LADDER_COLOURS = { inReach: '#005eb8', notKnown: '#4c6272', absent: '#7c2855' } as const;

/** How a hospital is drawn on the map and in the legend; sizes belong to the drawer. */
export interface LadderLook {
  readonly shape: 'circle' | 'square' | 'triangle';
  /** `double` is the ring: two outlines, so that it differs from a circle without help of colour. */
  readonly outline: 'solid' | 'dashed' | 'double';
  /** How much of the shape is filled: the whole, the lower half, a quarter, nothing. */
  readonly fill: 'filled' | 'half' | 'quarter' | 'hollow';
  /** The sign inside; '' = none. */
  readonly glyph: '' | '✓' | '?' | '!';
  /** Colour of outline, filling and sign (a sign on a filled shape is drawn in white). */
  readonly colour: (typeof LADDER_COLOURS)[keyof typeof LADDER_COLOURS];
}

const { inReach, notKnown, absent } = LADDER_COLOURS;

/**
 * The mark of every code (methods C2, column "Map mark"). No two marks are alike in shape, outline, filling and
 * sign, so the map can be read without colour. Filling says how well integrated; a hollow blue circle says that
 * there is in-reach and nothing about how well.
 */
export const LADDER_LOOK: Readonly<Record<LadderCode, LadderLook>> = {
  NP: { shape: 'square', outline: 'solid', fill: 'hollow', glyph: '', colour: notKnown },
  NR: { shape: 'circle', outline: 'dashed', fill: 'hollow', glyph: '', colour: notKnown },
  CF: { shape: 'circle', outline: 'double', fill: 'hollow', glyph: '!', colour: notKnown },
  G4: { shape: 'circle', outline: 'solid', fill: 'filled', glyph: '✓', colour: inReach },
  G3: { shape: 'circle', outline: 'solid', fill: 'half', glyph: '', colour: inReach },
  G2: { shape: 'circle', outline: 'solid', fill: 'quarter', glyph: '', colour: inReach },
  GU: { shape: 'circle', outline: 'solid', fill: 'hollow', glyph: '?', colour: inReach },
  GP: { shape: 'circle', outline: 'solid', fill: 'hollow', glyph: '', colour: inReach },
  G0: { shape: 'square', outline: 'solid', fill: 'filled', glyph: '', colour: absent },
  G1: { shape: 'triangle', outline: 'solid', fill: 'hollow', glyph: '', colour: absent },
  G01: { shape: 'triangle', outline: 'solid', fill: 'hollow', glyph: '?', colour: absent },
  G1U: { shape: 'square', outline: 'solid', fill: 'hollow', glyph: '?', colour: notKnown },
  DK: { shape: 'circle', outline: 'double', fill: 'hollow', glyph: '?', colour: notKnown },
};
