import type { RecordedTier } from '@liaison-atlas/shared/commissioning/register/hospital-tiers';
import {
  LIAISON_TIERS,
  type LiaisonTier,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { TIER_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { Link } from 'react-router';

import { type Column, DataTable } from '../../../components/data-table.js';
import { countOf } from '../../../lib/format.js';
import { LadderMark } from '../../../map/ladder-mark.js';
import type { ReleasedHospital } from '../released-hospital.js';
import type { LayerPicture } from './layer-picture.js';

/** The fullest first. */
const TIERS: readonly LiaisonTier[] = [
  ...LIAISON_TIERS.filter((tier) => tier !== 'not_known').toReversed(),
  'not_known',
];

interface TierRow {
  readonly hospital: ReleasedHospital;
  /** Faded tiers are not counted on: they are not known here. */
  readonly tier: LiaisonTier;
  readonly words: string;
  /** '' = nothing is recorded. */
  readonly confirmedOn: string;
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
    cell: ({ tier, words }) => (
      <span className="la-with-mark">
        <LadderMark code={`tier_${tier}`} /> <span>{words}</span>
      </span>
    ),
  },
  {
    id: 'confirmed',
    heading: 'Last confirmed',
    cell: ({ confirmedOn }) => (confirmedOn === '' ? 'not known' : dayInWords(confirmedOn)),
  },
  { id: 'icb', heading: 'ICB', cell: ({ hospital }) => hospital.icb },
];

const wordsOf = (tier: LiaisonTier): string =>
  tier === 'not_known' ? 'Tier not known' : capitalised(TIER_WORDS[tier]);
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function toRow(hospital: ReleasedHospital, recorded: RecordedTier | undefined): TierRow {
  if (recorded === undefined)
    return { hospital, tier: 'not_known', words: wordsOf('not_known'), confirmedOn: '' };
  const { tier, confirmedOn, isFaded } = recorded;
  if (isFaded)
    return {
      hospital,
      tier: 'not_known',
      words: `Tier not known: was ${TIER_WORDS[tier]}, faded`,
      confirmedOn,
    };
  return { hospital, tier, words: wordsOf(tier), confirmedOn };
}

/** Hospitals by the tier of their liaison team. @param tiers by ODS code; a hospital that is not in it is not known */
export function toTierLayer(
  hospitals: readonly ReleasedHospital[],
  tiers: ReadonlyMap<string, RecordedTier>,
): LayerPicture {
  const rows = hospitals.map((hospital) => toRow(hospital, tiers.get(hospital.odsCode)));
  const counts = TIERS.map((tier) => ({
    code: `tier_${tier}` as const,
    text: wordsOf(tier),
    count: rows.filter((row) => row.tier === tier).length,
  }));
  const unknown = counts.find(({ code }) => code === 'tier_not_known')?.count ?? 0;
  return {
    points: rows.map(({ hospital: { odsCode, name, longitude, latitude }, tier, words }) => ({
      id: odsCode,
      longitude,
      latitude,
      code: `tier_${tier}`,
      accessibleName: `${name}, liaison team: ${words}`,
      noInReachReported: false,
    })),
    groupName: (members) => {
      const silent = members.filter(({ code }) => code === 'tier_not_known').length;
      return `${countOf(members.length, 'hospital')}, tier not known of ${silent}`;
    },
    areas: null,
    legend: counts.filter(({ count }) => count > 0),
    announcement: `${countOf(rows.length, 'hospital')} shown, tier of the liaison team known of ${rows.length - unknown}`,
    note: 'From the service register, of active teams; the survey does not ask for the tier. “Not known” says nothing about whether there is a team. A tier that nobody has confirmed for 24 months has faded and is not counted on.',
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
