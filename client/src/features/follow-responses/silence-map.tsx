import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';
import { liveFileName } from '@liaison-atlas/shared/publication/file-name';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';

import { Loading } from '../../components/notice.js';
import { countOf, formatMoment } from '../../lib/format.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import type { AreaPaint } from '../../map/area-paint.js';
import { MapErrorBoundary } from '../../map/map-error-boundary.js';
import type { SiteMapHandle } from '../../map/site-map.js';
import type { ShownTracker } from './follow-responses.graphql.js';
import { silentGroupName, toSilencePoints } from './to-silence-picture.js';

/** Leaflet and its companions come only when the map is opened. */
const SiteMap = lazy(() => import('../../map/site-map.js').then((module) => ({ default: module.SiteMap })));
const NO_PAINTS: ReadonlyMap<string, AreaPaint> = new Map();

/** Where the silent hospitals are. Everything on it stands in the list of calls as well. */
export function SilenceMap({ tracker }: { readonly tracker: ShownTracker }) {
  const { round, toRing, level, asAt, england } = tracker;
  const [selectedId, setSelectedId] = useState('');
  const map = useRef<SiteMapHandle>(null);
  const panel = useRef<HTMLHeadingElement>(null);
  const points = useMemo(() => toSilencePoints(toRing), [toRing]);
  const selected = toRing.find(({ odsCode }) => odsCode === selectedId);
  useEffect(() => {
    if (selectedId !== '') panel.current?.focus();
  }, [selectedId]);
  const close = () => {
    map.current?.focusMark(selectedId);
    setSelectedId('');
  };
  return (
    <MapErrorBoundary fallback={<p>The list above holds the same hospitals.</p>}>
      <p>
        A circle with a dashed outline is one silent hospital; a number in a ring, so many of them close
        together. Hospitals that have begun or sent a form are not on this map.
      </p>
      <Suspense fallback={<Loading what="the map" />}>
        <SiteMap
          ref={map}
          title={`Silent hospitals: England, ${markedRoundTitle(round)}`}
          points={points}
          level={level === 'icb' ? 'icb' : 'region'}
          paints={NO_PAINTS}
          selectedId={selectedId}
          startView={null}
          synthetic={round.kind === 'synthetic'}
          fileName={(extension) => liveFileName(round, 'silence', extension)}
          legend={[{ code: 'NR', text: `Silent: ${toRing.length} of ${countOf(england.frame, 'hospital')}` }]}
          notes={[`Not public. As at ${formatMoment(asAt)}.`, roundAttribution(round.kind)]}
          groupName={silentGroupName}
          onSelect={setSelectedId}
        />
      </Suspense>
      {selected && (
        <section className="la-detail" aria-labelledby="silent-hospital">
          <h3 id="silent-hospital" tabIndex={-1} ref={panel}>
            {selected.name}
          </h3>
          <p>
            Number {selected.rank} to ring. {selected.reason}{' '}
            <Link to={`/hospitals/${encodeURIComponent(selected.odsCode)}`}>Page of the hospital</Link>
          </p>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={close}
          >
            Back to the map
          </button>
        </section>
      )}
    </MapErrorBoundary>
  );
}
