import type { FlowBox } from './to-flow.js';

const [WIDTH, HEIGHT, GAP, SIDE] = [220, 44, 24, 300];

/** The flow of forms as a drawing; the table beside it says the same. */
export function FlowDiagram({ boxes }: { readonly boxes: readonly FlowBox[] }) {
  const rows = boxes.map((box, at) => ({ ...box, y: at * (HEIGHT + GAP) }));
  const height = rows.length * (HEIGHT + GAP) - GAP + 4;
  const words = boxes.map(({ label, count }) => `${label}: ${count}`).join('. ');
  return (
    <svg
      className="la-flow"
      viewBox={`0 0 ${SIDE + WIDTH + 4} ${height}`}
      role="img"
      aria-labelledby="flow-title flow-desc"
    >
      <title id="flow-title">Flow of forms from received to analysed</title>
      <desc id="flow-desc">{words}.</desc>
      {rows.map(({ id, label, count, side, y }, at) => {
        const x = side ? SIDE : 2;
        const before = rows.slice(0, at).findLast((row) => !row.side);
        return (
          <g key={id}>
            {before !== undefined && !side && (
              <line
                x1={WIDTH / 2}
                y1={before.y + HEIGHT + 2}
                x2={WIDTH / 2}
                y2={y + 2}
                className="la-flow__line"
              />
            )}
            {side && (
              <line
                x1={WIDTH / 2}
                y1={y + HEIGHT / 2 + 2}
                x2={SIDE}
                y2={y + HEIGHT / 2 + 2}
                className="la-flow__line"
              />
            )}
            <rect x={x} y={y + 2} width={WIDTH} height={HEIGHT} className="la-flow__box" />
            <text x={x + WIDTH / 2} y={y + HEIGHT / 2 + 7} className="la-flow__text">
              {label}: {count}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
