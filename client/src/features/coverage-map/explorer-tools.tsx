import { lazy, type ReactNode, Suspense, useState } from 'react';

import type { ExplorerState } from './explorer-state.js';
import type { MapRound, ReleasedHospital, ShownRelease } from './released-hospital.js';

const RoundTools = lazy(() =>
  import('./beside/round-tools.js').then((module) => ({ default: module.RoundTools })),
);
const CatchmentTools = lazy(() =>
  import('./catchment/catchment-tools.js').then((module) => ({ default: module.CatchmentTools })),
);

interface ExplorerToolsProps {
  readonly release: ShownRelease;
  readonly rounds: readonly MapRound[];
  readonly hospitals: readonly ReleasedHospital[];
  readonly state: ExplorerState;
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

/** Rounds side by side and catchments, folded until they are wanted; what they need is loaded then. */
export function ExplorerTools({ release, rounds, hospitals, state, onChange }: ExplorerToolsProps) {
  const inArea = release.hospitals.find(
    ({ icbCode, regionCode }) => icbCode === state.area || regionCode === state.area,
  );
  const place = !inArea ? 'England' : inArea.icbCode === state.area ? inArea.icb : inArea.region;
  return (
    <div className="la-map-tools">
      <Fold summary="Rounds: step through, or set side by side" isOpen={state.beside !== ''}>
        <RoundTools release={release} rounds={rounds} beside={state.beside} onChange={onChange} />
      </Fold>
      <Fold summary="Straight-line catchments" isOpen={state.km > 0}>
        <CatchmentTools
          state={state}
          all={release.hospitals}
          hospitals={hospitals}
          place={place}
          onChange={onChange}
        />
      </Fold>
    </div>
  );
}

interface FoldProps {
  readonly summary: string;
  /** Whether it is open when the page comes. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** A part that opens on demand; its content is made only then. */
function Fold({ summary, isOpen, children }: FoldProps) {
  const [openAtFirst] = useState(isOpen);
  const [opened, setOpened] = useState(isOpen);
  return (
    <details
      className="nhsuk-details"
      open={openAtFirst}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">
        {opened && <Suspense fallback={<p>Fetching this part…</p>}>{children}</Suspense>}
      </div>
    </details>
  );
}
