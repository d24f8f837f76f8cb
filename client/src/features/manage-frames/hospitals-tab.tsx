import { useState } from 'react';
import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { InsetText } from '../../components/notice.js';
import { Pagination } from '../../components/pagination.js';
import { countOf } from '../../lib/format.js';
import { AddHospital } from './add-hospital.js';
import { HospitalPanel } from './hospital-panel.js';
import { eligibilityWords } from './frame-words.js';
import { HospitalFilters } from './hospital-filters.js';
import type { ShownFrame, ShownUnit } from './manage-frames.graphql.js';
import { toShownUnits } from './to-shown-units.js';
import { type Decided, UndoNotice } from './undo-notice.js';
import { useFrameState } from './use-frame-state.js';

const PER_PAGE = 50;

interface HospitalsTabProps {
  readonly frame: ShownFrame;
  readonly onChanged: () => void;
}

/** The hospitals of a frame: found, looked at, decided on, added. */
export function HospitalsTab({ frame, onChanged }: HospitalsTabProps) {
  const { state, change, addressWith } = useFrameState();
  const [decided, setDecided] = useState<Decided | null>(null);
  const shown = toShownUnits(frame.units, state);
  const pages = Math.max(1, Math.ceil(shown.length / PER_PAGE));
  const page = Math.min(state.page, pages);
  const open = frame.units.find(({ siteId }) => siteId === state.site);
  return (
    <>
      <h2>Hospitals</h2>
      {decided !== null && (
        <UndoNotice
          frameId={frame.id}
          decided={decided}
          onUndone={() => {
            setDecided(null);
            onChanged();
          }}
        />
      )}
      {open !== undefined && (
        <HospitalPanel
          key={open.siteId}
          frame={frame}
          unit={open}
          onClose={() => change({ site: '' })}
          onDecided={(verdict) => {
            setDecided({
              siteId: open.siteId,
              name: open.name,
              verdict,
              before: open.isDecided ? { verdict: open.eligibility, reason: open.why } : null,
            });
            change({ site: '' });
            onChanged();
          }}
        />
      )}
      {frame.units.length === 0 ? (
        <InsetText>
          <p>
            This frame has no hospitals yet. Import a list under the tab Import, or add single hospitals
            below.
          </p>
        </InsetText>
      ) : (
        <>
          <HospitalFilters frame={frame} state={state} onChange={change} />
          <p role="status">
            {countOf(shown.length, 'hospital')} of {frame.units.length} shown
            {pages > 1 ? `, page ${page} of ${pages}` : ''}.
          </p>
          {shown.length > 0 && (
            <DataTable
              caption="Hospitals, by name"
              columns={columns((siteId) => addressWith({ site: siteId }))}
              rows={shown.slice((page - 1) * PER_PAGE, page * PER_PAGE)}
              keyOf={({ siteId }) => siteId}
              selectedKey={state.site}
            />
          )}
          <p className="la-no-print">
            <a href={`/manage/v1/frames/${frame.id}/hospitals.csv`} download>
              Download all {countOf(frame.units.length, 'hospital')} of this frame (CSV)
            </a>
            . The file can be changed and imported again.
          </p>
          <Pagination
            page={page}
            pages={pages}
            what="hospitals"
            onPage={(chosen) => change({ page: chosen })}
          />
        </>
      )}
      {frame.status === 'draft' && <AddHospital frameId={frame.id} onAdded={onChanged} />}
    </>
  );
}

const columns = (addressOf: (siteId: string) => string) => [
  {
    id: 'name',
    heading: 'Hospital',
    names: true,
    cell: ({ siteId, name }: ShownUnit) => (
      <Link to={addressOf(siteId)} preventScrollReset>
        {name}
      </Link>
    ),
  },
  { id: 'code', heading: 'Code', cell: ({ odsCode }: ShownUnit) => odsCode },
  { id: 'trust', heading: 'Trust', cell: ({ trust }: ShownUnit) => trust || 'not known' },
  { id: 'region', heading: 'Region', cell: ({ region }: ShownUnit) => region || 'not known' },
  {
    id: 'eligibility',
    heading: 'Belongs to the frame',
    cell: ({ eligibility, isDecided }: ShownUnit) =>
      `${eligibilityWords(eligibility)}${isDecided ? ' (decided by a person)' : ''}`,
  },
  { id: 'why', heading: 'Why', cell: ({ why }: ShownUnit) => why },
];
