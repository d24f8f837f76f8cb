import { Link } from 'react-router';

import { type Column, DataTable } from '../../components/data-table.js';
import { Pagination } from '../../components/pagination.js';
import { LadderMark } from '../../map/ladder-mark.js';
import { type ExplorerState, SORT_COLUMNS } from './explorer-state.js';
import type { ReleasedHospital } from './released-hospital.js';

const ROWS_A_PAGE = 25;

const COLUMNS: readonly Column<ReleasedHospital>[] = [
  {
    id: 'name',
    heading: 'Hospital',
    sortable: true,
    names: true,
    cell: ({ odsCode, name }) => <Link to={`/hospitals/${odsCode}`}>{name}</Link>,
  },
  {
    id: 'category',
    heading: 'What is reported',
    sortable: true,
    cell: ({ category, label, score, marker }) => (
      <span className="la-with-mark">
        <LadderMark code={category} />
        <span>
          {label}
          {score !== null && `. Integration ${score} of 100, one respondent’s view`}
          {marker !== '' && <span className="la-source"> {marker}</span>}
        </span>
      </span>
    ),
  },
  {
    id: 'trust',
    heading: 'Trust',
    sortable: true,
    cell: ({ trustCode, trust }) => <Link to={`/trusts/${trustCode}`}>{trust}</Link>,
  },
  { id: 'icb', heading: 'ICB', sortable: true, cell: ({ icb }) => icb },
  { id: 'region', heading: 'Region', sortable: true, cell: ({ region }) => region },
];

interface HospitalTableProps {
  readonly hospitals: readonly ReleasedHospital[];
  readonly state: ExplorerState;
  readonly caption: string;
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

/** The list: 25 hospitals a page, sortable. This is the product; the map shows the same rows. */
export function HospitalTable({ hospitals, state, caption, onChange }: HospitalTableProps) {
  if (hospitals.length === 0) {
    return <p>No hospital fits these filters. Clear a filter to see more.</p>;
  }
  const pages = Math.ceil(hospitals.length / ROWS_A_PAGE);
  const page = Math.min(state.page, pages);
  return (
    <>
      <DataTable
        caption={pages > 1 ? `${caption} (page ${page} of ${pages})` : caption}
        columns={COLUMNS}
        rows={hospitals.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)}
        keyOf={({ odsCode }) => odsCode}
        selectedKey={state.selected}
        sort={{ column: state.sort, direction: state.descending ? 'descending' : 'ascending' }}
        onSort={({ column, direction }) =>
          onChange({
            sort: SORT_COLUMNS.find((known) => known === column) ?? 'name',
            descending: direction === 'descending',
            page: 1,
          })
        }
      />
      <Pagination page={page} pages={pages} what="hospitals" onPage={(next) => onChange({ page: next })} />
    </>
  );
}
