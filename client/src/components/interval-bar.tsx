import { useId } from 'react';

import { formatPercent, formatRange } from '../lib/format.js';

interface IntervalBarProps {
  /** What is measured, e.g. "Hospitals where IAPT provides in-reach". */
  readonly what: string;
  /** Bounds over the whole frame, 0 to 1: no assumption about those who did not answer. */
  readonly lower: number;
  readonly upper: number;
  /** Share among respondents, 0 to 1; null = nobody answered, and no tick is drawn. */
  readonly tick: number | null;
  /** Interval of the tick; null = none published. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

const WIDTH = 600;
const at = (proportion: number): number => 10 + proportion * (WIDTH - 20);

/** Bounds as the main bar, the share among respondents as a tick with its interval. The table beside it is its twin. */
export function IntervalBar({ what, lower, upper, tick, interval }: IntervalBarProps) {
  const id = useId();
  const described = [
    `Between ${formatPercent(lower)} and ${formatPercent(upper)} of all hospitals, whatever those who are not known would say.`,
    tick === null ? 'Nobody answered.' : `Among respondents ${formatPercent(tick)}.`,
    interval ? `95% interval of that share ${formatRange(interval.low, interval.high)}.` : '',
  ].join(' ');
  return (
    <svg className="la-interval" viewBox={`0 0 ${WIDTH} 64`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{what}</title>
      <desc id={`${id}-d`}>{described.trim()}</desc>
      <rect className="la-interval__scale" x={at(0)} y="14" width={at(1) - at(0)} height="20" />
      <rect className="la-interval__bounds" x={at(lower)} y="14" width={at(upper) - at(lower)} height="20" />
      {interval && (
        <>
          <line className="la-interval__line" x1={at(interval.low)} x2={at(interval.high)} y1="24" y2="24" />
          <line className="la-interval__line" x1={at(interval.low)} x2={at(interval.low)} y1="19" y2="29" />
          <line className="la-interval__line" x1={at(interval.high)} x2={at(interval.high)} y1="19" y2="29" />
        </>
      )}
      {tick !== null && <line className="la-interval__tick" x1={at(tick)} x2={at(tick)} y1="8" y2="40" />}
      {[0, 0.25, 0.5, 0.75, 1].map((mark) => (
        <g key={mark}>
          <line className="la-interval__axis" x1={at(mark)} x2={at(mark)} y1="34" y2="40" />
          <text
            className="la-interval__label"
            x={at(mark)}
            y="58"
            textAnchor={mark === 0 ? 'start' : mark === 1 ? 'end' : 'middle'}
          >
            {mark * 100}%
          </text>
        </g>
      ))}
    </svg>
  );
}
