import { countStates } from '@liaison-atlas/shared/commissioning/pathway-matrix';
import { Link } from 'react-router';

import { WarningCallout } from '../../components/notice.js';
import { countOf } from '../../lib/format.js';
import type { ShownMatrix } from './pathway-cell.js';

/** The matrix in a few sentences: where services compete or overlap, how much is recorded, how much is not. */
export function PathwayMeetings({ matrix }: { readonly matrix: ShownMatrix }) {
  const counts = countStates(matrix.cells);
  const competingAt = new Set(
    matrix.cells.filter(({ state }) => state === 'competing').flatMap(({ meetingAt }) => meetingAt),
  );
  return (
    <>
      {competingAt.size > 0 && (
        <WarningCallout heading="In-reach competes with another service">
          <p>
            At{' '}
            {matrix.hospitals
              .filter(({ odsCode }) => competingAt.has(odsCode))
              .map(({ odsCode, name }, at) => (
                <span key={odsCode}>
                  {at > 0 && ', '}
                  <Link to={`/hospitals/${odsCode}`}>{name}</Link>
                </span>
              ))}
            . Teams told the 2018 survey that competing in-reach is unlikely to be effective.
          </p>
        </WarningCallout>
      )}
      <p>
        {countOf(matrix.recorded, 'service')} recorded. Of {matrix.cells.length} places of the matrix (all
        complexities): {counts.competing} competing, {counts.overlap} with an overlap, {counts.covered}{' '}
        recorded, {counts.planned} only planned, {counts.perhaps} perhaps, {counts.not_known} not known,{' '}
        {counts.nothing_recorded} with nothing recorded.
      </p>
      {matrix.untold.length > 0 && (
        <p>
          Not known whom they treat, where and how complex:{' '}
          {matrix.services
            .filter(({ id }) => matrix.untold.includes(id))
            .map(({ id, name }, at) => (
              <span key={id}>
                {at > 0 && '; '}
                <Link to={`/services/${id}`}>{name}</Link>
              </span>
            ))}
          .
        </p>
      )}
    </>
  );
}
