import type { Limits } from '../../analysis/wilson.js';

/**
 * What can be asked for beside a number: `of` its denominator, `interval` the 95 % interval, `bounds` the coverage
 * bounds, `decimal` one decimal place instead of a whole percentage.
 */
export const FIGURE_EXTRAS = ['of', 'interval', 'bounds', 'decimal'] as const;
export type FigureExtra = (typeof FIGURE_EXTRAS)[number];

/** One number that a report can refer to. */
export interface ReportFigure {
  /** As it stands in a reference: `iapt-in-reach.yesShare`. */
  readonly id: string;
  /** Heading under which it is offered. */
  readonly group: string;
  readonly words: string;
  readonly format: 'count' | 'share';
  /** Counts as they are; shares 0 to 1, unrounded. null = the source does not publish it, or nobody answered. */
  readonly value: number | null;
  /** What the number is out of; null = it stands for itself. */
  readonly denominator: number | null;
  /** null = none is defined for it. */
  readonly interval: Limits | null;
  /** Between which shares of the whole frame the truth lies, whatever the silent hospitals would say; null = none. */
  readonly bounds: { readonly lower: number; readonly upper: number } | null;
  /** What stands instead of a value that is not there; absent = "not published". */
  readonly instead?: string | null;
  /** Where it comes from: a line of the source, or what it was computed from. */
  readonly source: string;
}

/** The extras that a figure has. */
export const extrasOf = (figure: ReportFigure): readonly FigureExtra[] =>
  FIGURE_EXTRAS.filter((extra) => {
    if (extra === 'of') return figure.denominator !== null;
    if (extra === 'interval') return figure.interval !== null;
    return extra === 'bounds' ? figure.bounds !== null : figure.format === 'share';
  });

/**
 * A figure in words as a reader sees it. Shares are whole percentages in prose and have one decimal beside an interval
 * or bounds (methods D6.11). A value that is not there is said, never left out or shown as 0.
 * @example figureText(share, ['of', 'interval']) // '41.9% (31 of 74; 95% interval 33.6% to 50.6%)'
 */
export function figureText(figure: ReportFigure, extras: readonly FigureExtra[] = []): string {
  const { format, value, denominator, interval, bounds, instead } = figure;
  if (value === null) return instead ?? 'not published';
  const asked = (extra: FigureExtra): boolean => extras.includes(extra);
  const beside: string[] = [];
  if (asked('of') && denominator !== null && format === 'share')
    beside.push(`${String(Math.round(value * denominator))} of ${String(denominator)}`);
  if (asked('interval') && interval !== null)
    beside.push(`95% interval ${percent(interval.low, 1)} to ${percent(interval.high, 1)}`);
  if (asked('bounds') && bounds !== null)
    beside.push(
      `between ${percent(bounds.lower, 1)} and ${percent(bounds.upper, 1)} of the frame, whatever the silent hospitals would say`,
    );
  const fine = asked('interval') || asked('bounds') || asked('decimal');
  const main =
    format === 'share'
      ? percent(value, fine ? 1 : 0)
      : `${String(value)}${asked('of') && denominator !== null ? ` of ${String(denominator)}` : ''}`;
  return beside.length === 0 ? main : `${main} (${beside.join('; ')})`;
}

/** A share as a percentage with so many decimals. */
export const percent = (share: number, decimals: 0 | 1): string => `${(share * 100).toFixed(decimals)}%`;
