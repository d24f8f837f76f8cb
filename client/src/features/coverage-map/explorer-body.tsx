import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { useEffect, useMemo, useRef, useState } from 'react';

import { InsetText, SyntheticNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { TabList } from '../../components/tab-list.js';
import { countOf } from '../../lib/format.js';
import type { SiteMapHandle } from '../../map/site-map.js';
import { ExplorerFilters } from './explorer-filters.js';
import { AREA_LEVELS, AREA_MEASURES, type ExplorerState, toSearchParams } from './explorer-state.js';
import { HospitalDetail } from './hospital-detail.js';
import { HospitalTable } from './hospital-table.js';
import { MapLegend } from './map-legend.js';
import { MapView } from './map-view.js';
import type { MapRound, ShownRelease } from './released-hospital.js';
import { SummaryView } from './summary-view.js';
import { toAnnouncement, toExplorerTitle } from './to-map-picture.js';
import { toShownHospitals } from './to-shown-hospitals.js';

const TABS = [
  { id: 'table', label: 'List' },
  { id: 'map', label: 'Map' },
  { id: 'summary', label: 'Summary' },
] as const;

interface ExplorerBodyProps {
  readonly release: ShownRelease;
  readonly rounds: readonly MapRound[];
  readonly state: ExplorerState;
  /** Parts of the address that mean nothing here. */
  readonly notices: readonly string[];
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

/** Filters beside three views of the same hospitals, and the chosen hospital in a panel under them. */
export function ExplorerBody({ release, rounds, state, notices, onChange }: ExplorerBodyProps) {
  const map = useRef<SiteMapHandle>(null);
  // Counts openings, so that opening the same hospital again takes the focus again.
  const [openings, setOpenings] = useState(0);
  const filters = toSearchParams({ ...state, selected: '', view: 'table', page: 1, centre: null }).toString();
  // `filters` holds every choice that decides which hospitals are shown and in which order.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const hospitals = useMemo(() => toShownHospitals(release.hospitals, state), [release, filters]);
  const selected = release.hospitals.find(({ odsCode }) => odsCode === state.selected);
  const title = toExplorerTitle(release, state);
  const coloured = state.view === 'map' && release.areaFigures ? state.measure : 'none';

  const table = (
    <HospitalTable
      hospitals={hospitals}
      state={state}
      caption={countOf(hospitals.length, 'hospital')}
      onChange={onChange}
    />
  );
  const select = (odsCode: string) => {
    setOpenings((count) => count + 1);
    onChange({ selected: odsCode });
  };
  const close = () => {
    const { selected: left } = state;
    onChange({ selected: '' });
    if (state.view === 'map') map.current?.focusMark(left);
    else document.getElementById(`tab-${state.view}`)?.focus();
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
          <ExplorerFilters state={state} release={release} rounds={rounds} onChange={onChange} />
        </div>
        <div className="la-explorer__main">
          <Announcement text={toAnnouncement(hospitals, release.round.kind)} />
          {state.only.length > 0 && (
            <p className="la-chip">
              Only the {countOf(state.only.length, 'hospital')} of the group opened on the map.
              <button
                type="button"
                className="la-link-button"
                onClick={() => onChange({ only: [], page: 1 })}
              >
                Show all again
              </button>
            </p>
          )}
          <TabList label="View" tabs={TABS} selected={state.view} onSelect={(view) => onChange({ view })}>
            {state.view === 'table' && table}
            {state.view === 'summary' && (
              <SummaryView release={release} hospitals={hospitals} level={state.level} />
            )}
            {state.view === 'map' && (
              <>
                <AreaChoices state={state} areaFigures={release.areaFigures} onChange={onChange} />
                <MapView
                  ref={map}
                  title={title}
                  release={release}
                  hospitals={hospitals}
                  state={state}
                  fallback={table}
                  onChange={onChange}
                  onSelect={select}
                />
              </>
            )}
          </TabList>
          {selected && (
            <HospitalDetail hospital={selected} release={release} opening={openings} onClose={close} />
          )}
          <p className="la-source">
            Release {release.number} ({release.kind}), published {dayInWords(release.publishedAt)}, answers as
            at {dayInWords(release.asAt)}. “Not known” and “not published” never mean “no”.
          </p>
        </div>
        <MapLegend hospitals={hospitals} measure={coloured} />
      </div>
    </>
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

const MEASURE_LABELS = {
  none: 'Nothing: boundaries only',
  'in-reach': 'In-reach, of named replies',
  response: 'Hospitals that answered, named',
} as const;
const LEVEL_LABELS = { region: 'NHS regions', icb: 'Integrated care boards (2022)' } as const;

interface AreaChoicesProps {
  readonly state: ExplorerState;
  readonly areaFigures: boolean;
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

function AreaChoices({ state, areaFigures, onChange }: AreaChoicesProps) {
  return (
    <div className="la-actions la-no-print">
      <SelectField
        label="Boundaries"
        value={state.level}
        choices={AREA_LEVELS.map((level) => ({ value: level, label: LEVEL_LABELS[level] }))}
        onChange={(level) => onChange({ level: AREA_LEVELS.find((known) => known === level) ?? 'region' })}
      />
      {areaFigures ? (
        <SelectField
          label="Colour areas by"
          value={state.measure}
          choices={AREA_MEASURES.map((measure) => ({ value: measure, label: MEASURE_LABELS[measure] }))}
          onChange={(measure) =>
            onChange({ measure: AREA_MEASURES.find((known) => known === measure) ?? 'none' })
          }
        />
      ) : (
        <p>Areas are not coloured: this round is not published by area.</p>
      )}
    </div>
  );
}
