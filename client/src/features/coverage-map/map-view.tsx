import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';
import { downloadFileName } from '@liaison-atlas/shared/publication/file-name';
import { lazy, type ReactNode, type Ref, Suspense, useMemo } from 'react';

import { Loading } from '../../components/notice.js';
import { MapErrorBoundary } from '../../map/map-error-boundary.js';
import type { SiteMapHandle } from '../../map/site-map.js';
import type { ExplorerState } from './explorer-state.js';
import type { ReleasedHospital, ShownRelease } from './released-hospital.js';
import { toAreaLegend, toAreaPaints, publishedGroupName, toLegend, toMapPoints } from './to-map-picture.js';

/** Leaflet and its companions come only when the map is opened. */
const SiteMap = lazy(() => import('../../map/site-map.js').then((module) => ({ default: module.SiteMap })));

interface MapViewProps {
  readonly title: string;
  readonly release: ShownRelease;
  readonly hospitals: readonly ReleasedHospital[];
  readonly state: ExplorerState;
  /** The list, shown by itself where the map fails. */
  readonly fallback: ReactNode;
  readonly onChange: (change: Partial<ExplorerState>) => void;
  readonly onSelect: (odsCode: string) => void;
  readonly ref?: Ref<SiteMapHandle>;
}

/** The map of the hospitals that the list shows, in the same order. */
export function MapView({
  title,
  release,
  hospitals,
  state,
  fallback,
  onChange,
  onSelect,
  ref,
}: MapViewProps) {
  const { measure, level } = state;
  const { kind } = release.round;
  const points = useMemo(() => toMapPoints(hospitals, kind), [hospitals, kind]);
  // Only measure and level of the state decide about the colours.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const paints = useMemo(() => toAreaPaints(release, state), [release, measure, level]);
  return (
    <MapErrorBoundary fallback={fallback}>
      <Suspense fallback={<Loading what="the map" />}>
        <SiteMap
          ref={ref}
          title={title}
          points={points}
          level={level}
          paints={paints}
          selectedId={state.selected}
          startView={state.centre}
          {...(kind === 'published_facts' && { groupName: publishedGroupName })}
          synthetic={release.round.kind === 'synthetic'}
          fileName={downloadFileName(release, 'map', 'png')}
          legend={[...toLegend(hospitals), ...(paints.size > 0 ? toAreaLegend() : [])]}
          notes={[
            `Release ${release.number} (${release.kind}), answers as at ${dayInWords(release.asAt)}.`,
            roundAttribution(release.round.kind),
          ]}
          onView={(centre) => onChange({ centre })}
          onSelect={onSelect}
          onGroup={(only) => onChange({ only, page: 1 })}
        />
      </Suspense>
    </MapErrorBoundary>
  );
}
