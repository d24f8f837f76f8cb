import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { Pagination } from '../../components/pagination.js';
import { countOf } from '../../lib/format.js';
import type { ShownTracker } from './follow-responses.graphql.js';

const ROWS_A_PAGE = 25;

interface RingListProps {
  readonly tracker: ShownTracker;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Silent hospitals in the order in which to ring them, each with the reason, and the same as a file. */
export function RingList({ tracker, page, onPage }: RingListProps) {
  const { round, toRing, level } = tracker;
  if (toRing.length === 0) return <p>No hospital is silent: there is nobody to ring.</p>;
  const pages = Math.ceil(toRing.length / ROWS_A_PAGE);
  const current = Math.min(page, pages);
  return (
    <>
      <p>
        First those whose reply moves the bounds of their area furthest; among equals, those whose area has
        fewest replies.
      </p>
      <p className="la-no-print">
        <a href={`/manage/v1/rounds/${encodeURIComponent(round.id)}/chase-list.csv?level=${level}`} download>
          Chase list as CSV ({countOf(toRing.length, 'hospital')})
        </a>
        . It names silent hospitals and is not public.
      </p>
      <DataTable
        caption={`${countOf(toRing.length, 'silent hospital')}, page ${current} of ${pages}`}
        columns={[
          { id: 'rank', heading: 'Order', numeric: true, cell: ({ rank }) => rank },
          {
            id: 'name',
            heading: 'Hospital',
            names: true,
            cell: ({ odsCode, name, trust }) => (
              <>
                <Link to={`/hospitals/${encodeURIComponent(odsCode)}`}>{name}</Link>
                <br />
                {trust}
              </>
            ),
          },
          { id: 'invited', heading: 'Invited', cell: ({ invited }) => (invited ? 'yes' : 'no') },
          { id: 'area', heading: 'Area or kind', cell: ({ areaName }) => areaName },
          { id: 'reason', heading: 'Why in this place', cell: ({ reason }) => reason },
        ]}
        rows={toRing.slice((current - 1) * ROWS_A_PAGE, current * ROWS_A_PAGE)}
        keyOf={({ odsCode }) => odsCode}
      />
      <Pagination page={current} pages={pages} what="silent hospitals" onPage={onPage} />
    </>
  );
}
