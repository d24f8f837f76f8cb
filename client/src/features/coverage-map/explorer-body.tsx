import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';

import { InsetText, Loading, SyntheticNotice } from '../../components/notice.js';
import { TabList } from '../../components/tab-list.js';
import { countOf } from '../../lib/format.js';
import type { SiteMapHandle } from '../../map/site-map.js';
import { AreaChoices } from './area-choices.js';
import { ExplorerFilters } from './explorer-filters.js';
import { type ExplorerState, toSearchParams } from './explorer-state.js';
import { ExplorerTools } from './explorer-tools.js';
import { HospitalDetail } from './hospital-detail.js';
import { HospitalTable } from './hospital-table.js';
import { LayerChoice } from './layer-choice.js';
import type { LayerPicture } from './layers/layer-picture.js';
import { MapLegend } from './map-legend.js';
import { MapView } from './map-view.js';
import type { MapRound, ShownRelease } from './released-hospital.js';
import { ShareLink } from './share-link.js';
import { SummaryView } from './summary-view.js';
import { toCircles } from './catchment/to-catchment.js';
import { toLadderLayer } from './to-ladder-layer.js';
import { toExplorerTitle } from './to-map-picture.js';
import { toShownHospitals } from './to-shown-hospitals.js';

/** Layers and comparisons that the first look does not need come when they are chosen. */
const OtherLayer = lazy(() =>
  import('./layers/other-layer.js').then((module) => ({ default: module.OtherLayer })),
);
const BesideView = lazy(() =>
  import('./beside/beside-view.js').then((module) => ({ default: module.BesideView })),
);

const LIST_AND_MAP = [
  { id: 'table', label: 'List' },
  { id: 'map', label: 'Map' },
] as const;
const TABS = [...LIST_AND_MAP, { id: 'summary', label: 'Summary' }] as const;

interface ExplorerBodyProps {
  readonly release: ShownRelease;
  readonly rounds: readonly MapRound[];
  readonly state: ExplorerState;
  /** Parts of the address that mean nothing here. */
  readonly notices: readonly string[];
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

/** Filters beside list, map and summary of one layer, and the chosen hospital in a panel under them. */
export function ExplorerBody({ release, rounds, state, notices, onChange }: ExplorerBodyProps) {
  const map = useRef<SiteMapHandle>(null);
  // Counts openings, so that opening the same hospital again takes the focus again.
  const [openings, setOpenings] = useState(0);
  const filters = toSearchParams({
    ...state,
    selected: '',
    view: 'table',
    layer: 'ladder',
    page: 1,
    centre: null,
    km: 0,
  }).toString();
  // `filters` holds every choice that decides which hospitals are shown and in which order.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const hospitals = useMemo(() => toShownHospitals(release.hospitals, state), [release, filters]);
  const selected = release.hospitals.find(({ odsCode }) => odsCode === state.selected);
  const title = toExplorerTitle(release, state);
  const { layer, km, question } = state;
  const view = layer !== 'ladder' && state.view === 'summary' ? 'table' : state.view;
  const circles = useMemo(
    () => (layer === 'ladder' ? toCircles(hospitals, { km, question }) : []),
    [hospitals, layer, km, question],
  );
  const ladder = useMemo(() => toLadderLayer(release, hospitals, null), [release, hospitals]);
  const isBeside = layer === 'ladder' && state.beside !== '' && view !== 'summary';

  const select = (odsCode: string) => {
    if (!release.hospitals.some((hospital) => hospital.odsCode === odsCode)) return;
    setOpenings((count) => count + 1);
    onChange({ selected: odsCode });
  };
  const close = () => {
    const { selected: left } = state;
    onChange({ selected: '' });
    if (view === 'map' && !isBeside) map.current?.focusMark(left);
    else document.getElementById(`tab-${view}`)?.focus();
  };

  const show = (picture: LayerPicture): ReactNode => {
    const list =
      layer === 'ladder' ? (
        <HospitalTable
          hospitals={hospitals}
          state={state}
          caption={countOf(hospitals.length, 'hospital')}
          onChange={onChange}
        />
      ) : (
        picture.table
      );
    return (
      <>
        <div className="la-explorer__main">
          <Announcement text={picture.announcement} />
          <OnlyChip state={state} onChange={onChange} />
          <LayerChoice state={state} onChange={onChange} />
          {layer !== 'ladder' && <p className="la-source">{picture.note}</p>}
          <TabList
            label="View"
            tabs={layer === 'ladder' ? TABS : LIST_AND_MAP}
            selected={view}
            onSelect={(next) => onChange({ view: next })}
          >
            {view === 'map' && picture.areas === null && (
              <AreaChoices state={state} areaFigures={release.areaFigures} onChange={onChange} />
            )}
            {isBeside ? (
              <Suspense fallback={<Loading what="the second round" />}>
                <BesideView
                  release={release}
                  rounds={rounds}
                  state={state}
                  onChange={onChange}
                  onSelect={select}
                />
              </Suspense>
            ) : (
              <>
                {view === 'table' && list}
                {view === 'summary' && (
                  <SummaryView
                    release={release}
                    hospitals={hospitals}
                    level={state.level}
                    measure={state.measure}
                  />
                )}
                {view === 'map' && (
                  <MapView
                    // Another layer is another picture; the view stays, since the address holds it.
                    key={picture.areas === null ? 'points' : 'areas'}
                    ref={map}
                    title={title}
                    release={release}
                    picture={picture}
                    state={state}
                    circles={circles}
                    fallback={list}
                    onChange={onChange}
                    onSelect={select}
                  />
                )}
              </>
            )}
          </TabList>
          {selected && (
            <HospitalDetail hospital={selected} release={release} opening={openings} onClose={close} />
          )}
          {layer === 'ladder' && (
            <ExplorerTools
              release={release}
              rounds={rounds}
              hospitals={hospitals}
              state={state}
              onChange={onChange}
            />
          )}
          <ShareLink state={state} />
          <p className="la-source">
            Release {release.number} ({release.kind}), published {dayInWords(release.publishedAt)}, answers as
            at {dayInWords(release.asAt)}. “Not known” and “not published” never mean “no”.
          </p>
        </div>
        <MapLegend
          picture={picture}
          measure={view === 'map' && release.areaFigures ? state.measure : 'none'}
          km={view === 'map' && !isBeside && layer === 'ladder' ? km : 0}
        />
      </>
    );
  };

  return (
    <>
      <SyntheticNotice kind={release.round.kind} />
      {notices.length > 0 && (
        <InsetText>
          <p>
            The address asks for something this round does not have: {notices.join(', ')}. It was left out,
            and everything else is shown.
          </p>
        </InsetText>
      )}
      <div className="la-explorer">
        <div>
          {/* Sites of the programme are areas: no choice of hospitals narrows them. */}
          {layer !== 'early' && (
            <ExplorerFilters state={state} release={release} rounds={rounds} onChange={onChange} />
          )}
        </div>
        {layer === 'ladder' ? (
          show(ladder)
        ) : (
          <Suspense fallback={<Loading what="this layer" />}>
            <OtherLayer layer={layer} year={state.year} hospitals={hospitals}>
              {show}
            </OtherLayer>
          </Suspense>
        )}
      </div>
    </>
  );
}

function OnlyChip({ state: { only }, onChange }: Pick<ExplorerBodyProps, 'state' | 'onChange'>) {
  if (only.length === 0) return null;
  return (
    <p className="la-chip">
      Only the {countOf(only.length, 'hospital')} of the group opened on the map.
      <button type="button" className="la-link-button" onClick={() => onChange({ only: [], page: 1 })}>
        Show all again
      </button>
    </p>
  );
}

/** Says the new count after a filter has changed; quiet while a visitor is still typing. */
function Announcement({ text }: { readonly text: string }) {
  const [said, setSaid] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p aria-hidden="true">
        <strong>{text}</strong>
      </p>
      <p className="nhsuk-u-visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
