import { Link } from 'react-router';

import { type Column, DataTable } from '../../../components/data-table.js';
import { countOf } from '../../../lib/format.js';
import { LadderMark } from '../../../map/ladder-mark.js';
import type { ReleasedHospital } from '../released-hospital.js';
import type { LayerPicture } from './layer-picture.js';

/** Tiers of a liaison team, the fullest first, as the models of care name them; `not_known` is never "none". */
export const TIER_WORDS = {
  comprehensive: 'Comprehensive',
  enhanced24: 'Enhanced 24',
  core24: 'Core 24',
  core: 'Core',
  below_core: 'Below Core',
  none: 'A team that reaches no model',
  not_known: 'Tier not known',
} as const;
export type Tier = keyof typeof TIER_WORDS;
const TIERS = Object.keys(TIER_WORDS) as Tier[];

interface TierRow {
  readonly hospital: ReleasedHospital;
  readonly tier: Tier;
}

const COLUMNS: readonly Column<TierRow>[] = [
  {
    id: 'name',
    heading: 'Hospital',
    names: true,
    cell: ({ hospital: { odsCode, name } }) => <Link to={`/hospitals/${odsCode}`}>{name}</Link>,
  },
  {
    id: 'tier',
    heading: 'Tier of the liaison team',
    cell: ({ tier }) => (
      <span className="la-with-mark">
        <LadderMark code={`tier_${tier}`} /> <span>{TIER_WORDS[tier]}</span>
      </span>
    ),
  },
  { id: 'icb', heading: 'ICB', cell: ({ hospital }) => hospital.icb },
];

/** Hospitals by the tier of their liaison team. @param tiers by ODS code; a hospital that is not in it is not known */
export function toTierLayer(
  hospitals: readonly ReleasedHospital[],
  tiers: ReadonlyMap<string, Tier>,
): LayerPicture {
  const rows = hospitals.map((hospital) => ({ hospital, tier: tiers.get(hospital.odsCode) ?? 'not_known' }));
  const counts = TIERS.map((tier) => ({
    code: `tier_${tier}` as const,
    text: TIER_WORDS[tier],
    count: rows.filter((row) => row.tier === tier).length,
  }));
  const unknown = counts.find(({ code }) => code === 'tier_not_known')?.count ?? 0;
  return {
    points: rows.map(({ hospital: { odsCode, name, longitude, latitude }, tier }) => ({
      id: odsCode,
      longitude,
      latitude,
      code: `tier_${tier}`,
      accessibleName: `${name}: ${tier === 'not_known' ? 'tier of the liaison team not known' : TIER_WORDS[tier]}`,
      noInReachReported: false,
    })),
    groupName: (members) => {
      const silent = members.filter(({ code }) => code === 'tier_not_known').length;
      return `${countOf(members.length, 'hospital')}, tier not known of ${silent}`;
    },
    areas: null,
    legend: counts.filter(({ count }) => count > 0),
    announcement: `${countOf(rows.length, 'hospital')} shown, tier of the liaison team known of ${rows.length - unknown}`,
    note: 'The survey does not ask for the tier of a liaison team. “Not known” says nothing about whether there is a team.',
    table: (
      <DataTable
        caption={`${countOf(rows.length, 'hospital')} by tier of the liaison team`}
        columns={COLUMNS}
        rows={rows}
        keyOf={({ hospital }) => hospital.odsCode}
      />
    ),
  };
}
