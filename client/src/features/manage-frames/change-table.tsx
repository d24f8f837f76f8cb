import { frameChangeWords } from '@liaison-atlas/shared/frame/compare-frames';
import type { FrameChange } from '@liaison-atlas/shared/frame/compare-frames';
import { useState } from 'react';

import { DataTable } from '../../components/data-table.js';
import { Pagination } from '../../components/pagination.js';
import { fieldWords, valueWords } from './frame-words.js';

const PER_PAGE = 50;

interface ChangeTableProps {
  readonly caption: string;
  readonly changes: readonly FrameChange[];
}

/** Hospitals that differ, what became of each, and every fact from what to what. */
export function ChangeTable({ caption, changes }: ChangeTableProps) {
  const [asked, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(changes.length / PER_PAGE));
  const page = Math.min(asked, pages);
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          { id: 'name', heading: 'Hospital', names: true, cell: ({ name }: FrameChange) => name },
          { id: 'code', heading: 'Code', cell: ({ odsCode }: FrameChange) => odsCode },
          {
            id: 'kinds',
            heading: 'What changed',
            cell: ({ kinds }: FrameChange) => kinds.map(frameChangeWords).join(', '),
          },
          {
            id: 'facts',
            heading: 'From what to what',
            cell: ({ changes: facts }: FrameChange) =>
              facts
                .filter(({ field }) => field !== 'list_status')
                .map(({ field, from, to }) => `${fieldWords(field)}: ${valueWords(from)} → ${valueWords(to)}`)
                .join('; ') || 'no further fact',
          },
        ]}
        rows={changes.slice((page - 1) * PER_PAGE, page * PER_PAGE)}
        keyOf={({ siteId }) => siteId}
      />
      <Pagination page={page} pages={pages} what="changes" onPage={setPage} />
    </>
  );
}
