import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { CATCHMENT_NOTE } from '@liaison-atlas/shared/commissioning/catchment';
import { REFERENCE_ATTRIBUTION, roundAttribution } from '@liaison-atlas/shared/publication/attribution';
import { downloadFileName } from '@liaison-atlas/shared/publication/file-name';
import { lazy, type ReactNode, type Ref, Suspense, useMemo } from 'react';

import { Loading } from '../../components/notice.js';
import type { MapCircle } from '../../map/map-circle.js';
import { MapErrorBoundary } from '../../map/map-error-boundary.js';
import type { MapView as View } from '../../map/map-view.js';
import type { SiteMapHandle } from '../../map/site-map.js';
import type { PictureLegend } from '../../map/to-drawing.js';
import { ADDRESS_VERSION, type ExplorerState } from './explorer-state.js';
import type { LayerPicture } from './layers/layer-picture.js';
import { LAYER_WORDS } from './layers/layer-words.js';
import { legendWords, MEASURE_WORDS } from './map-legend.js';
import type { ShownRelease } from './released-hospital.js';
import { toAreaLegend, toAreaPaints } from './to-map-picture.js';

/** Leaflet and its companions come only when the map is opened. */
const SiteMap = lazy(() => import('../../map/site-map.js').then((module) => ({ default: module.SiteMap })));

interface MapViewProps {
  readonly title: string;
  readonly release: ShownRelease;
  readonly picture: LayerPicture;
  readonly state: ExplorerState;
  readonly circles: readonly MapCircle[];
  /** The list, shown by itself where the map fails. */
  readonly fallback: ReactNode;
  /** A view of another map to move to; null = none. */
  readonly follow?: View | null;
  /** It stands beside another map, which speaks for both while they are loading. */
  readonly isSecond?: boolean;
  readonly onChange: (change: Partial<ExplorerState>) => void;
  readonly onSelect: (odsCode: string) => void;
  readonly ref?: Ref<SiteMapHandle>;
}

/** The map of what the list shows, in the same order. */
export function MapView(props: MapViewProps) {
  const { title, release, picture, state, circles, fallback, follow, isSecond, onChange, onSelect, ref } =
    props;
  const { measure, level, layer } = state;
  const shading = useMemo(() => toAreaPaints(release, { measure, level }), [release, measure, level]);
  const paints = picture.areas?.paints ?? shading;
  const { ofRound } = LAYER_WORDS[layer];
  const synthetic = release.round.kind === 'synthetic' && ofRound;
  return (
    <MapErrorBoundary fallback={fallback}>
      <Suspense fallback={isSecond ? null : <Loading what="the map" />}>
        <SiteMap
          ref={ref}
          title={title}
          points={picture.points}
          level={picture.areas?.level ?? level}
          paints={paints}
          circles={circles}
          selectedId={state.selected}
          startView={state.centre}
          follow={follow ?? null}
          groupName={picture.groupName}
          synthetic={synthetic}
          fileName={(extension) =>
            ofRound ? downloadFileName(release, 'map', extension) : `liaison-atlas_${layer}_map.${extension}`
          }
          legend={toPictureLegend(picture, shading.size > 0 && picture.areas === null, circles)}
          notes={[
            ...(ofRound
              ? [
                  `Release ${release.number} (${release.kind}), answers as at ${dayInWords(release.asAt)}.`,
                  roundAttribution(release.round.kind),
                ]
              : [picture.note, REFERENCE_ATTRIBUTION]),
            ...(ofRound && layer !== 'ladder' ? [picture.note] : []),
            ...(shading.size > 0 && picture.areas === null && measure !== 'none'
              ? [`Areas: ${MEASURE_WORDS[measure]}`]
              : []),
            ...(circles.length > 0 ? [`Circles of ${state.km} km. ${CATCHMENT_NOTE}`] : []),
            `Liaison Atlas, map version ${ADDRESS_VERSION}.`,
          ]}
          onView={(centre) => onChange({ centre })}
          onSelect={onSelect}
          onGroup={(only) =>
            LAYER_WORDS[layer].filtered && layer !== 'trusts' ? onChange({ only, page: 1 }) : undefined
          }
        />
      </Suspense>
    </MapErrorBoundary>
  );
}

/** The lines of the picture's legend: those on screen, with the same counts. */
function toPictureLegend(
  picture: LayerPicture,
  shaded: boolean,
  circles: readonly MapCircle[],
): readonly PictureLegend[] {
  const yes = circles.filter(({ maybe }) => !maybe).length;
  return [
    ...picture.legend.map((line): PictureLegend => {
      const text = legendWords(line);
      return 'code' in line
        ? { text, code: line.code }
        : { text, fill: line.fill, hatched: false, label: line.label };
    }),
    ...(circles.length > 0
      ? [
          { text: `Circle: hospital that says yes (${yes})`, fill: '#d9e7f5', hatched: false },
          {
            text: `Broken circle: it is not known (${circles.length - yes})`,
            fill: '#ffffff',
            hatched: false,
          },
        ]
      : []),
    ...(shaded ? toAreaLegend() : []),
  ];
}
