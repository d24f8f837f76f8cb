import { LADDER_LOOK, type LadderLook } from '@liaison-atlas/shared/analysis/ladder-look';
import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';

/**
 * Marks of layers other than the ladder. Each differs from every other in shape, filling or sign, never in colour alone.
 * `trust_*`: all, some or none of its hospitals answered, or some are not named; `case_study`: a place of the library;
 * `tier_*`: what the register of services says of the liaison team.
 */
export const LAYER_MARKS = [
  'trust_all',
  'trust_some',
  'trust_none',
  'trust_not_published',
  'case_study',
  'tier_comprehensive',
  'tier_enhanced24',
  'tier_core24',
  'tier_core',
  'tier_below_core',
  'tier_none',
  'tier_not_known',
] as const;
export type LayerMark = (typeof LAYER_MARKS)[number];

/** Any mark of the map. */
export type MapMark = LadderCode | LayerMark;

/** How a mark is drawn; the ladder's looks are a part of these. */
export interface MarkLook extends Omit<LadderLook, 'shape' | 'glyph' | 'colour'> {
  readonly shape: LadderLook['shape'] | 'diamond' | 'hexagon' | 'book';
  readonly glyph: LadderLook['glyph'] | '–' | '1' | '2' | '3' | '4';
  readonly colour: string;
}

const [BLUE, GREY, PLUM, NAVY] = ['#005eb8', '#4c6272', '#7c2855', '#003087'];
const look = (
  shape: MarkLook['shape'],
  fill: MarkLook['fill'],
  glyph: MarkLook['glyph'],
  colour: string,
  outline: MarkLook['outline'] = 'solid',
): MarkLook => ({ shape, outline, fill, glyph, colour });

const LAYER_LOOK: Readonly<Record<LayerMark, MarkLook>> = {
  trust_all: look('diamond', 'filled', '', BLUE),
  trust_some: look('diamond', 'half', '', BLUE),
  trust_none: look('diamond', 'hollow', '', GREY, 'dashed'),
  trust_not_published: look('diamond', 'hollow', '?', GREY),
  case_study: look('book', 'filled', '', NAVY),
  tier_comprehensive: look('hexagon', 'filled', '4', BLUE),
  tier_enhanced24: look('hexagon', 'filled', '3', BLUE),
  tier_core24: look('hexagon', 'filled', '2', BLUE),
  tier_core: look('hexagon', 'hollow', '1', BLUE),
  tier_below_core: look('hexagon', 'hollow', '–', PLUM),
  tier_none: look('hexagon', 'filled', '–', PLUM),
  tier_not_known: look('hexagon', 'hollow', '?', GREY, 'dashed'),
};

const isLayerMark = (mark: MapMark): mark is LayerMark => mark in LAYER_LOOK;

/** How a mark of whatever layer is drawn. */
export const lookOf = (mark: MapMark): MarkLook => (isLayerMark(mark) ? LAYER_LOOK[mark] : LADDER_LOOK[mark]);
