import { begunBy, beganIn, phaseOf } from '@liaison-atlas/shared/commissioning/programme-years';
import { PHASE_WORDS } from '@liaison-atlas/shared/commissioning/programme-timeline';
import type { ResultOf } from 'gql.tada';

import { type Column, DataTable } from '../../../components/data-table.js';
import { countOf } from '../../../lib/format.js';
import type { AreaPaint } from '../../../map/area-paint.js';
import { MAP_COLOURS } from '../../../map/map-colours.js';
import type { LayerPicture } from './layer-picture.js';
import type { programmeLayerQuery } from './layers.graphql.js';

type Programme = ResultOf<typeof programmeLayerQuery>['earlyImplementers'];
type Site = Programme['sites'][number];

/** Filling and sign of each part of the programme; the sign stands on the area, so that no colour has to be told apart. */
const PARTS = [
  {
    programme: 'pathfinder',
    wave: 1,
    label: 'P1',
    fill: '#ffffcc',
    text: 'Pathfinders, first phase, from 2012',
  },
  {
    programme: 'pathfinder',
    wave: 2,
    label: 'P2',
    fill: '#e0f3b8',
    text: 'Pathfinders, second phase, from 2014',
  },
  { programme: 'early_implementer', wave: 1, label: 'W1', fill: '#41b6c4', text: 'Wave 1, from 2016' },
  { programme: 'early_implementer', wave: 2, label: 'W2', fill: '#a1dab4', text: 'Wave 2, from 2017' },
] as const;

const partOf = (site: Site) =>
  PARTS.find(({ programme, wave }) => programme === site.programme && wave === site.wave);

const COLUMNS: readonly Column<Site>[] = [
  { id: 'name', heading: 'Area', names: true, cell: ({ name }) => name },
  { id: 'part', heading: 'Part of the programme', cell: (site) => partOf(site)?.text ?? 'not known' },
  {
    id: 'ccgs',
    heading: 'CCGs',
    cell: ({ ccgNames, ccgCodes }) =>
      `${ccgNames || 'not known'}${ccgCodes.length === 0 ? '. Not drawn: the CCG is not known' : ''}`,
  },
  { id: 'conditions', heading: 'Conditions', cell: ({ conditions }) => conditions || 'not known' },
];

/** The fillings of the areas, later parts over earlier ones; an area of two parts carries both signs. */
export function toProgrammePaints(sites: readonly Site[]): ReadonlyMap<string, AreaPaint> {
  const paints = new Map<string, AreaPaint>();
  for (const part of PARTS)
    for (const site of sites.filter((one) => partOf(one) === part))
      for (const code of site.ccgCodes) {
        const before = paints.get(code)?.label ?? '';
        const label = before === '' || before === part.label ? part.label : `${before} ${part.label}`;
        paints.set(code, { fill: part.fill, hatched: false, label, always: true });
      }
  return paints;
}

/** The sites that had begun by a year, as areas of CCGs and never as pins. */
export function toProgrammeLayer(programme: Programme, year: number): LayerPicture {
  const all = [...programme.pathfinderSites, ...programme.sites];
  const sites = begunBy(all, year);
  const phase = phaseOf(year);
  const legend = PARTS.map((part) => ({
    fill: part.fill,
    label: part.label,
    text: part.text,
    count: sites.filter((site) => partOf(site) === part).length,
    began: beganIn(part) ?? Infinity,
  })).filter(({ began }) => began <= year);
  const had = [...programme.pathfinderWaves, ...programme.waves]
    .filter((wave) => (beganIn(wave) ?? Infinity) <= year)
    .reduce((sum, { total }) => sum + total, 0);
  return {
    points: NO_POINTS,
    groupName: (members) => countOf(members.length, 'site'),
    areas: { level: 'ccg', paints: toProgrammePaints(sites) },
    legend: [
      ...legend.map(({ began: _began, ...line }) => line),
      { fill: MAP_COLOURS.land, label: '', text: 'Not known whether there was a site', count: -1 },
    ],
    announcement: `${year}, ${PHASE_WORDS[phase].toLowerCase()}: ${sites.length} sourced of ${countOf(had, 'site')} begun by then`,
    note:
      'Areas of CCGs as of April 2018. Outside the areas listed it is not known whether there was a site; it never means “no”. ' +
      'Whether a site went on is not known, so none is taken away again.' +
      (year >= 2018
        ? ' From April 2018 all CCGs were asked to commission these services; which did is not known here.'
        : ''),
    table: (
      <DataTable
        caption={`${countOf(sites.length, 'sourced site')} begun by ${year}, of ${had}`}
        columns={COLUMNS}
        rows={sites}
        keyOf={({ id }) => id}
      />
    ),
  };
}

const NO_POINTS: readonly never[] = [];
