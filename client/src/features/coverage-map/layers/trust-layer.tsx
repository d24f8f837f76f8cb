import { Link } from 'react-router';

import { type Column, DataTable } from '../../../components/data-table.js';
import { countOf } from '../../../lib/format.js';
import { LadderMark } from '../../../map/ladder-mark.js';
import type { ReleasedHospital } from '../released-hospital.js';
import type { LayerPicture } from './layer-picture.js';
import { type ShownTrust, toTrusts, TRUST_MARK_WORDS } from './to-trusts.js';

const COLUMNS: readonly Column<ShownTrust>[] = [
  {
    id: 'name',
    heading: 'Trust',
    names: true,
    cell: ({ code, name }) => <Link to={`/trusts/${code}`}>{name}</Link>,
  },
  {
    id: 'answered',
    heading: 'Hospitals that answered',
    cell: ({ mark, text }) => (
      <span className="la-with-mark">
        <LadderMark code={mark} /> <span>{text}</span>
      </span>
    ),
  },
  {
    id: 'hospitals',
    heading: 'Hospitals and what is reported',
    cell: ({ hospitals }) => (
      <ul className="la-plain-list">
        {hospitals.map(({ odsCode, name, label }) => (
          <li key={odsCode}>
            <Link to={`/hospitals/${odsCode}`}>{name}</Link>: {label}
          </li>
        ))}
      </ul>
    ),
  },
];

/** Trusts as diamonds in the middle of their hospitals: how many of them answered, and nothing that one would say for all. */
export function toTrustLayer(hospitals: readonly ReleasedHospital[]): LayerPicture {
  const trusts = toTrusts(hospitals);
  const counted = (['trust_all', 'trust_some', 'trust_none', 'trust_not_published'] as const).map((code) => ({
    code,
    text: TRUST_MARK_WORDS[code],
    count: trusts.filter(({ mark }) => mark === code).length,
  }));
  const legend = counted.filter(({ count }) => count > 0);
  return {
    points: trusts.map(({ code, name, mark, text, latitude, longitude }) => ({
      id: code,
      longitude,
      latitude,
      code: mark,
      accessibleName: `${name}: ${text}`,
      noInReachReported: false,
    })),
    groupName: (members) => countOf(members.length, 'trust'),
    areas: null,
    legend,
    announcement: `${countOf(trusts.length, 'trust')} shown: ${legend
      .map(({ text, count }) => `${count} ${text.charAt(0).toLowerCase()}${text.slice(1)}`)
      .join(', ')}`,
    note: 'Trusts as at February 2018, in the middle of their hospitals. One hospital never speaks for its trust.',
    table: (
      <DataTable
        caption={countOf(trusts.length, 'trust')}
        columns={COLUMNS}
        rows={trusts}
        keyOf={({ code }) => code}
      />
    ),
  };
}
