import { RECORD_WORDS } from '@liaison-atlas/shared/privacy/record-kinds';

import { DataTable } from '../../components/data-table.js';
import type { Found } from './personal-data.graphql.js';

/** In what kinds of records somebody stands, why, and what erasing would do to each. */
export function FoundRecords({ found }: { readonly found: Found }) {
  return (
    <>
      <h2>Where they stand</h2>
      <DataTable
        caption={`Records about ${found.email}`}
        columns={[
          { id: 'kind', heading: 'Kind', names: true, cell: ({ kind }) => RECORD_WORDS[kind].heading },
          {
            id: 'count',
            heading: 'Records',
            numeric: true,
            cell: ({ count }) => count.toLocaleString('en-GB'),
          },
          { id: 'days', heading: 'From and to', cell: daysOf },
          {
            id: 'kept',
            heading: 'Why, and for how long',
            cell: ({ kind, kept }) => (
              <>
                {RECORD_WORDS[kind].purpose} {kept}
              </>
            ),
          },
          {
            id: 'erasure',
            heading: 'When erased',
            cell: ({ kind }) => (
              <>
                <strong>{RECORD_WORDS[kind].onErasure === 'kept' ? 'Stays' : 'Goes'}.</strong>{' '}
                {RECORD_WORDS[kind].why}
              </>
            ),
          },
        ]}
        rows={found.records}
        keyOf={({ kind }) => kind}
      />
      <p>
        Private schemes are not looked through: only their members may know of them. The person finds them in
        their own file, on the page of their account. Texts that name somebody without their address are not
        found here.
      </p>
    </>
  );
}

function daysOf({ first, last }: Found['records'][number]): string {
  if (first === null || last === null) return 'not known';
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? from : `${from} to ${to}`;
}
