import { DataTable } from '../../components/data-table.js';
import { formatCount } from '../../lib/format.js';
import { indicatorWords } from '../../lib/indicator-words.js';
import type { ShownArea, ShownTracker } from './follow-responses.graphql.js';
import { toAreaRows } from './to-area-rows.js';
import { toNeededWords } from './to-needed-words.js';
import { AREA_COLUMNS, type AreaColumn, type TrackerState } from './tracker-state.js';

const COUNTS: readonly { readonly id: AreaColumn; readonly heading: string }[] = [
  { id: 'frame', heading: 'Hospitals' },
  { id: 'invited', heading: 'Invited' },
  { id: 'opened', heading: 'Opened' },
  { id: 'bounced', heading: 'Bounced' },
  { id: 'started', heading: 'Started' },
  { id: 'submitted', heading: 'Submitted' },
  { id: 'begun', heading: 'Begun, not sent' },
  { id: 'silent', heading: 'Silent' },
];

/** The two questions in a word each, as the glossary has them; a heading has no room for more. */
const SHORT_TITLES: Readonly<Record<string, string>> = {
  'iapt-treats-mus-ltc': 'provision',
  'iapt-in-reach': 'in-reach',
};

interface AreaTableProps {
  readonly tracker: ShownTracker;
  readonly state: TrackerState;
  readonly onChange: (change: Partial<TrackerState>) => void;
}

/** How far the round has come in every area, and what is still needed to settle each question there. */
export function AreaTable({ tracker, state, onChange }: AreaTableProps) {
  const { areas, england, threshold } = tracker;
  return (
    <DataTable
      caption="Hospitals by how far they have come; England last"
      columns={[
        { id: 'name', heading: 'Area or kind', sortable: true, names: true, cell: ({ name }) => name },
        ...COUNTS.map(({ id, heading }) => ({
          id,
          heading,
          numeric: true,
          sortable: true,
          cell: (area: ShownArea) => formatCount(countOfColumn(area, id)),
        })),
        ...england.indicators.map(({ id, title }) => ({
          id: `needed-${id}`,
          heading: `Still needed: ${title || (SHORT_TITLES[id] ?? indicatorWords(id).title)}`,
          numeric: true,
          cell: (area: ShownArea) => {
            const progress = area.indicators.find((indicator) => indicator.id === id);
            return progress ? toNeededWords(progress, threshold) : '';
          },
        })),
      ]}
      rows={toAreaRows(areas, england, state)}
      keyOf={({ code }) => code}
      sort={{ column: state.sort, direction: state.descending ? 'descending' : 'ascending' }}
      onSort={({ column, direction }) =>
        onChange({
          sort: AREA_COLUMNS.find((known) => known === column) ?? 'name',
          descending: direction === 'descending',
        })
      }
    />
  );
}

const countOfColumn = (area: ShownArea, column: AreaColumn): number | null =>
  column === 'begun' ? area.dispositions.partial : column === 'name' ? null : area[column];
