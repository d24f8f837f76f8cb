import type {
  AreaRecord,
  EarlyImplementersRecord,
  OutcodeRecord,
  ProgrammeSiteRecord,
  ReferenceHospital,
  TrustRecord,
  TrustSuccession,
} from '@liaison-atlas/shared/frame/frame-records';
import { type DataSource, In } from 'typeorm';

import { Area } from './area.entity.js';
import { AreaPopulationRow } from './area-population.entity.js';
import { FrameUnit } from './frame-unit.entity.js';
import { type ListedFrame, toListedFrames } from './listed-frames.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationSuccession } from './organisation-succession.entity.js';
import { Outcode } from './outcode.entity.js';
import { ProgrammeSite } from './programme-site.entity.js';
import { ProgrammeWave } from './programme-wave.entity.js';
import { ReferenceSource } from './reference-source.entity.js';
import { SamplingFrame } from './sampling-frame.entity.js';
import { Site } from './site.entity.js';
import { SiteAlias } from './site-alias.entity.js';
import { SiteIdentifier } from './site-identifier.entity.js';
import { SiteParent } from './site-parent.entity.js';

/** What the public may see of the frame tables, joined once and anew after each change. */
export interface FrameSnapshot {
  /** All sites of the frozen frames in code order, eligible or not. A site of a draft only is nobody's business yet. */
  readonly hospitals: readonly ReferenceHospital[];
  readonly trusts: readonly TrustRecord[];
  readonly areas: readonly AreaRecord[];
  readonly outcodes: ReadonlyMap<string, OutcodeRecord>;
  /** Major emergency attendances of each site's trust in 2017/18, by ODS code; absent = not known. */
  readonly attendances: ReadonlyMap<string, number>;
  /** Residents by code of an area or of England. */
  readonly populations: ReadonlyMap<string, AreaPopulationRow>;
  readonly frames: readonly ListedFrame[];
  readonly earlyImplementers: EarlyImplementersRecord;
  readonly sources: readonly ReferenceSource[];
}

/** Reads the tables and joins them. */
export async function loadSnapshot(source: DataSource): Promise<FrameSnapshot> {
  const organisations = await source.getRepository(Organisation).find();
  const successions = await source.getRepository(OrganisationSuccession).find();
  const parents = await source.getRepository(SiteParent).find();
  const areas = toAreas(await source.getRepository(Area).find());
  const successors = successorsByTrust(organisations, successions, parents);
  const frames = await source.getRepository(SamplingFrame).findBy({ status: 'frozen' });
  const units = await source.getRepository(FrameUnit).findBy({ frameId: In(frames.map(({ id }) => id)) });
  const framed = new Set(units.map(({ siteId }) => siteId));
  const sites = (await source.getRepository(Site).find()).filter(({ id }) => framed.has(id));
  const hospitals = toHospitals({
    sites,
    identifiers: await source.getRepository(SiteIdentifier).find(),
    aliases: await source.getRepository(SiteAlias).find(),
    parents,
    organisations: new Map(organisations.map((trust) => [trust.id, trust])),
    successors,
    areas: new Map(areas.map((area) => [area.code, area])),
  });
  return {
    hospitals,
    trusts: organisations.map((trust) => toTrust(trust, successors.get(trust.id) ?? [])).sort(by('odsCode')),
    areas,
    outcodes: new Map((await source.getRepository(Outcode).find()).map((row) => [row.code, row])),
    attendances: new Map(
      sites.flatMap(({ odsCode, trustEdAttendances: count }) => (count === null ? [] : [[odsCode, count]])),
    ),
    populations: new Map(
      (await source.getRepository(AreaPopulationRow).find()).map((row) => [row.code, row]),
    ),
    frames: toListedFrames(frames, units, hospitals, areas),
    earlyImplementers: toEarlyImplementers(
      await source.getRepository(ProgrammeWave).find(),
      await source.getRepository(ProgrammeSite).find(),
    ),
    sources: (await source.getRepository(ReferenceSource).find()).sort(by('file')),
  };
}

interface HospitalParts {
  readonly sites: readonly Site[];
  readonly identifiers: readonly SiteIdentifier[];
  readonly aliases: readonly SiteAlias[];
  readonly parents: readonly SiteParent[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly successors: ReadonlyMap<string, readonly TrustSuccession[]>;
  readonly areas: ReadonlyMap<string, AreaRecord>;
}

/** Only a CCG can be missing: it ended in 2022, and a newer list has no reason to name it. */
const NO_AREA = { name: 'not known' } as const;

function toHospitals(parts: HospitalParts): ReferenceHospital[] {
  const codes = groupBySite(parts.identifiers);
  const names = groupBySite(parts.aliases);
  const parents = groupBySite(parts.parents);
  return parts.sites
    .map((site): ReferenceHospital => {
      const [first, ...later] = (parents.get(site.id) ?? []).sort(byStart);
      const trust = need(
        parts.organisations.get(first?.organisationId ?? ''),
        `the trust of ${site.odsCode}`,
      );
      const area = (code: string) =>
        code === '' ? NO_AREA : need(parts.areas.get(code), `the area ${code}`);
      return {
        siteId: site.id,
        odsCode: site.odsCode,
        laterOdsCodes: (codes.get(site.id) ?? [])
          .map(({ code }) => code)
          .filter((code) => code !== site.odsCode),
        name: site.name,
        aliases: (names.get(site.id) ?? []).map(({ text }) => text),
        postcode: site.postcode,
        town: site.town,
        latitude: site.latitude,
        longitude: site.longitude,
        siteCategory: site.siteCategory,
        majorEd: site.majorEd,
        trustCode: trust.odsCode,
        trust: trust.name,
        successorTrust: successorOf(trust, later.at(-1), parts),
        regionCode: site.regionCode,
        region: area(site.regionCode).name,
        icbCode: site.icbCode,
        icb: area(site.icbCode).name,
        ccgCode: site.ccgCode,
        ccg: area(site.ccgCode).name,
        notes: site.notes,
      };
    })
    .sort(by('odsCode'));
}

/** The trust that runs the site now, under the name it took with the change. */
function successorOf(
  trust: Organisation,
  latest: SiteParent | undefined,
  parts: HospitalParts,
): TrustSuccession | null {
  if (latest === undefined) return null;
  const { odsCode, name } = need(parts.organisations.get(latest.organisationId), 'a later trust');
  const recorded = parts.successors.get(trust.id)?.find(({ code }) => code === odsCode);
  return recorded ?? { code: odsCode, name, effectiveOn: latest.validFrom ?? '' };
}

/** Successors of each trust by organisation id, the one that took most of its sites first. */
function successorsByTrust(
  organisations: readonly Organisation[],
  successions: readonly OrganisationSuccession[],
  parents: readonly SiteParent[],
): Map<string, TrustSuccession[]> {
  const codeOf = new Map(organisations.map((trust) => [trust.id, trust.odsCode]));
  const sitesOf = (id: string) =>
    new Set(parents.filter(({ organisationId }) => organisationId === id).map(({ siteId }) => siteId));
  const taken = ({ fromId, toId }: OrganisationSuccession) => {
    const now = sitesOf(toId);
    return [...sitesOf(fromId)].filter((siteId) => now.has(siteId)).length;
  };
  const result = new Map<string, TrustSuccession[]>();
  for (const one of [...successions].sort((a, b) => taken(b) - taken(a) || (a.toId < b.toId ? -1 : 1)))
    result.set(one.fromId, [
      ...(result.get(one.fromId) ?? []),
      { code: need(codeOf.get(one.toId), 'a successor'), name: one.toName, effectiveOn: one.effectiveOn },
    ]);
  return result;
}

const toTrust = (trust: Organisation, successors: readonly TrustSuccession[]): TrustRecord => ({
  odsCode: trust.odsCode,
  name: trust.name,
  trustType: trust.kind,
  notes: trust.notes,
  successors,
});

function toAreas(rows: readonly Area[]): AreaRecord[] {
  const names = new Map(rows.map((area) => [area.code, area.name]));
  return rows
    .map(({ level, code, name, regionCode, icbCode }) => ({
      level,
      code,
      name,
      regionCode,
      region: need(names.get(regionCode), `the region of ${code}`),
      icbCode,
    }))
    .sort(by('name'));
}

function toEarlyImplementers(
  waves: readonly ProgrammeWave[],
  sites: readonly ProgrammeSite[],
): EarlyImplementersRecord {
  const records = sites
    .map(({ ccgCodes: _then, ccgCodes2018, sourceId: _source, ...site }) => ({
      ...site,
      ccgCodes: ccgCodes2018,
    }))
    .sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1));
  const of = (programme: ProgrammeSiteRecord['programme']) => ({
    sites: records.filter((site) => site.programme === programme),
    waves: waves
      .filter((wave) => wave.programme === programme)
      .sort((a, b) => a.wave - b.wave)
      .map(({ wave, label, total }) => ({
        programme,
        wave,
        label,
        total,
        sourced: records.filter((site) => site.programme === programme && site.wave === wave).length,
      })),
  });
  const early = of('early_implementer');
  const pathfinders = of('pathfinder');
  return {
    ...early,
    pathfinderWaves: pathfinders.waves,
    pathfinderSites: pathfinders.sites,
    totalsSource: waves
      .map(({ label, total, totalSource }) => `${label}: ${total}. ${totalSource}`)
      .join(' '),
  };
}

function groupBySite<Row extends { readonly siteId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.siteId, [...(groups.get(row.siteId) ?? []), row]);
  return groups;
}

const byStart = (a: SiteParent, b: SiteParent): number =>
  (a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1;

const by =
  <Key extends string>(key: Key) =>
  (a: Readonly<Record<Key, string>>, b: Readonly<Record<Key, string>>): number =>
    a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0;

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the reference tables lack ${what}`);
  return value;
}
