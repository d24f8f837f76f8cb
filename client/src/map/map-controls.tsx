import type { ReactNode } from 'react';

/** What a button under the map does. */
export type MapMove = 'north' | 'south' | 'west' | 'east' | 'in' | 'out' | 'england';

const MOVES: readonly { readonly move: MapMove; readonly sign: string; readonly label: string }[] = [
  { move: 'in', sign: '+', label: 'Zoom in' },
  { move: 'out', sign: '−', label: 'Zoom out' },
  { move: 'west', sign: '←', label: 'Move the map west' },
  { move: 'north', sign: '↑', label: 'Move the map north' },
  { move: 'south', sign: '↓', label: 'Move the map south' },
  { move: 'east', sign: '→', label: 'Move the map east' },
];

interface MapControlsProps {
  readonly onMove: (move: MapMove) => void;
  /** Further buttons of the map. */
  readonly children?: ReactNode;
}

/** Zoom and pan buttons outside the map, so that nothing needs dragging or a wheel (WCAG 2.5.7). */
export function MapControls({ onMove, children }: MapControlsProps) {
  return (
    <div className="la-map-controls" role="group" aria-label="Move the map">
      {MOVES.map(({ move, sign, label }) => (
        <button
          key={move}
          type="button"
          className="la-page-button"
          aria-label={label}
          title={label}
          onClick={() => onMove(move)}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
      <button type="button" className="la-page-button" onClick={() => onMove('england')}>
        All England
      </button>
      {children}
    </div>
  );
}
