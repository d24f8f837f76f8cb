import { CHANGE_STATES } from '@liaison-atlas/shared/analysis/change-between-rounds';
import { useId } from 'react';

import { STATE_WORDS, toTransitionRows } from './change-words.js';
import type { ShownChange } from './shown-figures.js';

const [WIDTH, ROW, LEFT, RIGHT] = [440, 44, 110, 330] as const;
const yOf = (at: number): number => 28 + at * ROW;

/** Hospitals moving from one state to another as lines, as thick as they are many; the table beside it is its twin. */
export function TransitionDiagram({ change }: { readonly change: ShownChange }) {
  const id = useId();
  const rows = toTransitionRows(change);
  const most = Math.max(1, ...rows.flatMap(({ to }) => Object.values(to)));
  const moves = rows.flatMap(({ from, to }) =>
    CHANGE_STATES.flatMap((state) => (to[state] === 0 ? [] : [{ from, state, count: to[state] }])),
  );
  const words = moves.map(
    ({ from, state, count }) => `${count} from ${STATE_WORDS[from]} to ${STATE_WORDS[state]}`,
  );
  return (
    <svg
      className="la-figure-chart"
      viewBox={`0 0 ${WIDTH} ${yOf(CHANGE_STATES.length)}`}
      role="img"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
    >
      <title id={`${id}-t`}>Hospitals that answered in both rounds</title>
      <desc id={`${id}-d`}>{words.length === 0 ? 'None.' : `${words.join(', ')}.`}</desc>
      {moves.map(({ from, state, count }) => (
        <line
          key={`${from} ${state}`}
          x1={LEFT}
          x2={RIGHT}
          y1={yOf(CHANGE_STATES.indexOf(from))}
          y2={yOf(CHANGE_STATES.indexOf(state))}
          stroke={from === state ? '#4c6272' : '#005eb8'}
          strokeWidth={2 + (14 * count) / most}
          opacity="0.75"
        />
      ))}
      {CHANGE_STATES.map((state, at) => (
        <g key={state} fontSize="15" fill="#212b32">
          <text x={LEFT - 10} y={yOf(at) + 5} textAnchor="end">
            {STATE_WORDS[state]}
          </text>
          <text x={RIGHT + 10} y={yOf(at) + 5}>
            {STATE_WORDS[state]}
          </text>
        </g>
      ))}
    </svg>
  );
}
