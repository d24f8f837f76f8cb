import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { normaliseName } from '@liaison-atlas/shared/frame/normalise-name';
import type { SiteCategory } from '@liaison-atlas/shared/frame/hospital';

import { sha256 } from '../platform/ids.js';
import type { Area } from './area.entity.js';
import type { AreaPopulationRow } from './area-population.entity.js';
import type { FrameUnit } from './frame-unit.entity.js';
import type { Organisation } from './organisation.entity.js';
import type { OrganisationSuccession } from './organisation-succession.entity.js';
import type { Outcode } from './outcode.entity.js';
import type { ProgrammeSite } from './programme-site.entity.js';
import {
  type BundledCategory,
  cell,
  type FrameEntry,
  type ReferenceTables,
  type TableRow,
} from './reference-tables.js';
import type { SamplingFrame } from './sampling-frame.entity.js';
import type { Site } from './site.entity.js';
import type { SiteAlias } from './site-alias.entity.js';
import type { SiteIdentifier } from './site-identifier.entity.js';
import type { SiteParent } from './site-parent.entity.js';
import { stableId } from './stable-id.js';

/*
 * From a row of the reference tables to the rows of the database. '' in a table means "not known"; a date or a
 * number that is not known is null in the database, a text stays ''.
 */

export const toOrganisation = (row: TableRow): Organisation => ({
  id: stableId('organisation', cell(row, 'code')),
  odsCode: cell(row, 'code'),
  name: cell(row, 'name'),
  kind: cell(row, 'trust_type'),
  kindBasis: cell(row, 'trust_type_basis'),
  majorEd: cell(row, 'major_ed_2017_18'),
  postcode: cell(row, 'postcode'),
  validFrom: cell(row, 'opened_on') || null,
  validTo: null,
  notes: cell(row, 'notes'),
  sourceId: 'trusts',
});

export const toSuccession = (row: TableRow): Omit<OrganisationSuccession, 'from' | 'to'> => ({
  id: stableId('organisation_succession', cell(row, 'from_code'), cell(row, 'to_code')),
  fromId: stableId('organisation', cell(row, 'from_code')),
  toId: stableId('organisation', cell(row, 'to_code')),
  toName: cell(row, 'to_name'),
  effectiveOn: cell(row, 'effective_on'),
  kind: cell(row, 'kind') as OrganisationSuccession['kind'],
  sourceId: 'trust-successions',
});

export const toArea = (row: TableRow): Area => ({
  code: cell(row, 'code'),
  level: cell(row, 'level') as Area['level'],
  onsCode: cell(row, 'ons_code'),
  name: cell(row, 'name'),
  regionCode: cell(row, 'region_code'),
  icbCode: cell(row, 'icb_code'),
  sourceId: 'areas',
});

export const toSite = (row: TableRow): Site => ({
  id: siteId(row),
  odsCode: cell(row, 'ods_code'),
  name: cell(row, 'name'),
  postcode: cell(row, 'postcode'),
  town: cell(row, 'town'),
  latitude: Number(cell(row, 'latitude')),
  longitude: Number(cell(row, 'longitude')),
  siteCategory: cell(row, 'site_category') as SiteCategory,
  majorEd: cell(row, 'major_ed'),
  majorEdBasis: cell(row, 'major_ed_basis'),
  trustEdAttendances: numberOrNull(cell(row, 'trust_type1_attendances_2017_18')),
  aeScore2020: cell(row, 'ae_friends_and_family_2020'),
  regionCode: cell(row, 'region_code'),
  icbCode: cell(row, 'icb_code'),
  ccgCode: cell(row, 'ccg_code'),
  notes: cell(row, 'notes'),
  sourceId: 'hospitals',
});

/** The code of early 2018 and, where its later one is known, that too. */
export function toIdentifiers(row: TableRow): Omit<SiteIdentifier, 'site'>[] {
  const later = cell(row, 'later_ods_code');
  const movedOn = cell(row, 'successor_effective_on') || null;
  return [
    { ...identifier(row, cell(row, 'ods_code')), validFrom: null, validTo: later === '' ? null : movedOn },
    ...(later === '' ? [] : [{ ...identifier(row, later), validFrom: movedOn, validTo: null }]),
  ];
}

/** The name as the source wrote it, where we write it otherwise. */
export function toAliases(row: TableRow): Omit<SiteAlias, 'site'>[] {
  const text = cell(row, 'source_name');
  return text === cell(row, 'name') ? [] : [toAlias(siteId(row), text, 'hospitals')];
}

/** Another name of a site; the same spelling, however punctuated, gives the same row. */
export function toAlias(site: string, text: string, sourceId: string): Omit<SiteAlias, 'site'> {
  const normalised = normaliseName(text).join(' ');
  const id = stableId('site_alias', site, normalised);
  return { id, siteId: site, text, normalised, sourceId, sourceNote: null };
}

/** The trust of early 2018 and, where there is one, the trust that followed it at this site. */
export function toParents(row: TableRow): Omit<SiteParent, 'site' | 'organisation'>[] {
  const later = cell(row, 'successor_trust_code');
  const movedOn = cell(row, 'successor_effective_on') || null;
  return [
    { ...parent(row, cell(row, 'trust_code')), validFrom: null, validTo: later === '' ? null : movedOn },
    ...(later === '' ? [] : [{ ...parent(row, later), validFrom: movedOn, validTo: null }]),
  ];
}

export const toProgrammeSite = (row: TableRow): ProgrammeSite => ({
  id: cell(row, 'id'),
  programme: cell(row, 'programme') as ProgrammeSite['programme'],
  wave: Number(cell(row, 'wave')),
  name: cell(row, 'name'),
  ccgNames: cell(row, 'ccg_names'),
  ccgCodes: toList(cell(row, 'ccg_codes')),
  ccgCodes2018: toList(cell(row, 'ccg_codes_2018')),
  conditions: cell(row, 'conditions'),
  leadProvider: cell(row, 'lead_provider'),
  confidence: cell(row, 'confidence') as ProgrammeSite['confidence'],
  confidenceReason: cell(row, 'confidence_reason'),
  source: cell(row, 'source'),
  notes: cell(row, 'notes'),
  sourceId: cell(row, 'programme') === 'pathfinder' ? 'pathfinders' : 'early-implementers',
});

export const toOutcode = (row: TableRow): Outcode => ({
  code: cell(row, 'outcode'),
  latitude: Number(cell(row, 'latitude')),
  longitude: Number(cell(row, 'longitude')),
  englandShare: Number(cell(row, 'england_share')),
  icbCode: cell(row, 'icb_code'),
  icbShare: Number(cell(row, 'icb_share')),
  ccgCode: cell(row, 'ccg_code'),
  ccgShare: Number(cell(row, 'ccg_share')),
  spreadKm: Number(cell(row, 'spread_km')),
  sourceId: 'outcodes',
});

export const toAreaPopulation = (row: TableRow): AreaPopulationRow => ({
  code: cell(row, 'code'),
  people: Number(cell(row, 'population')),
  adults: Number(cell(row, 'population_18plus')),
  smallAreas: Number(cell(row, 'small_areas')),
  latitude: Number(cell(row, 'latitude')),
  longitude: Number(cell(row, 'longitude')),
  sourceId: 'area-populations',
});

/** What the bundled frames do not keep beside each unit: their facts are those of the reference tables. */
const BUNDLED_UNIT = { facts: null, decidedBy: null, decidedAt: null } as const;

/** Every site's place in a frame. A site whose department could not be confirmed is `unknown`, not outside. */
export const toFrameUnits = (
  entry: FrameEntry,
  hospitals: ReferenceTables['hospitals'],
): Omit<FrameUnit, 'frame' | 'site'>[] =>
  hospitals.map((row) => {
    const rule = entry.eligibility[cell(row, 'site_category') as BundledCategory];
    const isUnknown = cell(row, 'major_ed') === 'not_known';
    return {
      frameId: entry.id,
      siteId: siteId(row),
      stratum: cell(row, 'region_code'),
      eligibility: isUnknown ? 'unknown' : rule.eligibility,
      why: isUnknown ? 'Whether it had a major emergency department in 2017/18 is not known.' : rule.why,
      ...BUNDLED_UNIT,
    };
  });

/** The frame with its listed size and the hash of exactly what it lists. */
export function toFrame(
  entry: FrameEntry,
  units: readonly Omit<FrameUnit, 'frame' | 'site'>[],
): SamplingFrame {
  const { eligibility: _rules, ...frame } = entry;
  const eligible = units.filter((unit) => unit.eligibility === 'eligible').map((unit) => unit.siteId);
  return {
    ...frame,
    copiedFrom: null,
    createdAt: null,
    changedAt: null,
    frozenAt: null,
    listedSize: eligible.length,
    hash: sha256(
      canonicalJson({ definition: entry.definition, asOf: entry.asOf, units: [...eligible].sort() }),
    ),
  };
}

const siteId = (row: TableRow): string => stableId('site', cell(row, 'ods_code'));

const identifier = (row: TableRow, code: string) => ({
  id: stableId('site_identifier', 'ODS', code),
  siteId: siteId(row),
  system: 'ODS',
  code,
  sourceId: 'hospitals',
});

const parent = (row: TableRow, trustCode: string) => ({
  id: stableId('site_parent', cell(row, 'ods_code'), trustCode),
  siteId: siteId(row),
  organisationId: stableId('organisation', trustCode),
  sourceId: 'hospitals',
});

const toList = (text: string): string[] => text.split('; ').filter((code) => code !== '');

const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));
