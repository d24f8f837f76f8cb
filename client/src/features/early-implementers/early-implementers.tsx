import { REFERENCE_ATTRIBUTION } from '@liaison-atlas/shared/publication/attribution';
import { lazy, Suspense, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { type Column, DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { TabList } from '../../components/tab-list.js';
import { toProblem } from '../../lib/to-problem.js';
import { MAP_COLOURS } from '../../map/map-colours.js';
import { MapErrorBoundary } from '../../map/map-error-boundary.js';
import { earlyImplementersQuery } from './early-implementers.graphql.js';
import {
  type ShownProgramme,
  toEarlyImplementerPaints,
  toSourcedSentence,
  WAVE_FILLS,
} from './to-early-implementer-areas.js';

const SiteMap = lazy(() => import('../../map/site-map.js').then((module) => ({ default: module.SiteMap })));

const TABS = [
  { id: 'table', label: 'List' },
  { id: 'map', label: 'Map' },
] as const;

const COLUMNS: readonly Column<ShownProgramme['sites'][number]>[] = [
  { id: 'name', heading: 'Area', names: true, cell: ({ name }) => name },
  { id: 'wave', heading: 'Wave', numeric: true, cell: ({ wave }) => wave },
  { id: 'ccgs', heading: 'CCGs', cell: ({ ccgNames }) => ccgNames || 'not known' },
  { id: 'conditions', heading: 'Conditions', cell: ({ conditions }) => conditions || 'not known' },
  { id: 'lead', heading: 'Lead provider', cell: ({ leadProvider }) => leadProvider || 'not known' },
  {
    id: 'source',
    heading: 'Source',
    cell: ({ source, confidence, notes }) => (
      <span className="la-long-words">
        {source}. Confidence: {confidence}. {notes}
      </span>
    ),
  },
];

/** IAPT-LTC early implementers: a list and, as areas of CCGs and never as pins, a map. */
export function EarlyImplementers() {
  const [{ data, error }, again] = useQuery({ query: earlyImplementersQuery });
  const [parameters, setParameters] = useSearchParams();
  const view = parameters.get('view') === 'map' ? 'map' : 'table';
  const sites = data?.earlyImplementers.sites;
  const paints = useMemo(() => toEarlyImplementerPaints(sites ?? []), [sites]);
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data || !sites) return <Loading what="the early implementers" />;
  const programme = data.earlyImplementers;
  const sourced = toSourcedSentence(programme);
  const table = (
    <DataTable
      caption={`Early implementers: ${sourced}`}
      columns={COLUMNS}
      rows={sites}
      keyOf={({ id }) => id}
    />
  );
  return (
    <>
      <InsetText>
        <p>
          <strong>{sourced}.</strong> Outside the areas listed it is <strong>not known</strong> whether there
          was an early implementer; it never means “no”.
        </p>
      </InsetText>
      <Details summary="Where the totals come from">
        <p>{programme.totalsSource}</p>
      </Details>
      <ul>
        {programme.waves.map(({ wave, label, total, sourced: found }) => (
          <li key={wave}>
            {label}: {found} of {total} sourced
          </li>
        ))}
      </ul>
      <TabList
        label="View"
        tabs={TABS}
        selected={view}
        onSelect={(next) => setParameters(next === 'map' ? { view: 'map' } : {}, { replace: true })}
      >
        {view === 'table' ? (
          table
        ) : (
          <MapErrorBoundary fallback={table}>
            <Suspense fallback={<Loading what="the map" />}>
              <SiteMap
                title={`IAPT-LTC early implementers, ${sourced}, as areas of CCGs (2018)`}
                points={NO_POINTS}
                level="ccg"
                paints={paints}
                selectedId=""
                startView={null}
                synthetic={false}
                fileName={(extension) => `liaison-atlas_early-implementers_map.${extension}`}
                legend={toWaveLegend(programme.waves)}
                notes={[`Early implementers: ${sourced}; elsewhere not known.`, REFERENCE_ATTRIBUTION]}
              />
            </Suspense>
            <WaveLegend waves={programme.waves} />
          </MapErrorBoundary>
        )}
      </TabList>
    </>
  );
}

const NO_POINTS: readonly never[] = [];

/** What the fillings mean; the same lines on screen and in the picture. */
const toWaveLegend = (waves: ShownProgramme['waves']) => [
  ...waves.map(({ wave, label }) => ({
    text: label,
    fill: WAVE_FILLS[wave] ?? MAP_COLOURS.land,
    hatched: false,
  })),
  { text: 'Not known', fill: MAP_COLOURS.land, hatched: false },
];

function WaveLegend({ waves }: { readonly waves: ShownProgramme['waves'] }) {
  return (
    <ul className="la-legend" aria-label="Legend">
      {toWaveLegend(waves).map(({ text, fill }) => (
        <li key={text}>
          <svg className="la-swatch" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
            <rect
              x="1"
              y="1"
              width="20"
              height="20"
              fill={fill}
              stroke={MAP_COLOURS.boundary}
              strokeWidth="1.5"
            />
          </svg>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
