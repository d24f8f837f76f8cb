import { lastDayOf } from '@liaison-atlas/shared/frame/eligibility';
import { factsOfCategory, type FrameFacts, UNKNOWN_FACTS } from '@liaison-atlas/shared/frame/frame-facts';
import type { KnownAreas } from '@liaison-atlas/shared/frame/frame-row';
import type { EntityManager } from 'typeorm';

import { Area } from './area.entity.js';
import { Organisation } from './organisation.entity.js';
import { Outcode } from './outcode.entity.js';
import { Site } from './site.entity.js';
import { SiteAlias } from './site-alias.entity.js';
import { SiteIdentifier } from './site-identifier.entity.js';
import { SiteParent } from './site-parent.entity.js';

/** Everything that the tables know of sites, trusts and areas, read once for one piece of work on a frame. */
export interface FrameContext {
  readonly sites: ReadonlyMap<string, Site>;
  /** Every code that a site has or had, to its id. */
  readonly siteByCode: ReadonlyMap<string, string>;
  readonly identifiers: ReadonlyMap<string, readonly SiteIdentifier[]>;
  readonly parents: ReadonlyMap<string, readonly SiteParent[]>;
  readonly aliases: ReadonlyMap<string, readonly SiteAlias[]>;
  readonly trusts: ReadonlyMap<string, Organisation>;
  readonly trustByCode: ReadonlyMap<string, Organisation>;
  readonly outcodes: ReadonlyMap<string, Outcode>;
  readonly areas: KnownAreas;
  readonly regionNames: ReadonlyMap<string, string>;
}

/** Reads the tables. */
export async function loadFrameContext(manager: EntityManager): Promise<FrameContext> {
  const identifiers = await manager.find(SiteIdentifier);
  const trusts = await manager.find(Organisation);
  const areas = await manager.find(Area);
  const codes = (level: Area['level']) =>
    new Set(areas.filter((area) => area.level === level).map(({ code }) => code));
  return {
    sites: new Map((await manager.find(Site)).map((site) => [site.id, site])),
    siteByCode: new Map(identifiers.map(({ code, siteId }) => [code, siteId])),
    identifiers: bySite(identifiers),
    parents: bySite(await manager.find(SiteParent)),
    aliases: bySite(await manager.find(SiteAlias)),
    trusts: new Map(trusts.map((trust) => [trust.id, trust])),
    trustByCode: new Map(trusts.map((trust) => [trust.odsCode, trust])),
    outcodes: new Map((await manager.find(Outcode)).map((outcode) => [outcode.code, outcode])),
    areas: { regions: codes('region'), icbs: codes('icb'), ccgs: codes('ccg') },
    regionNames: new Map(
      areas.filter(({ level }) => level === 'region').map(({ code, name }) => [code, name]),
    ),
  };
}

/**
 * What the tables know of a site on a day, for a frame that begins there. That it lies in England follows from its
 * NHS England region. Attendances are known of whole trusts only, so that the size stays not known.
 */
export function knownFacts(context: FrameContext, siteId: string, asOf: string): FrameFacts {
  const site = context.sites.get(siteId);
  if (site === undefined) throw new Error(`the tables lack the site ${siteId}`);
  return {
    ...UNKNOWN_FACTS,
    name: site.name,
    postcode: site.postcode,
    town: site.town,
    latitude: String(site.latitude),
    longitude: String(site.longitude),
    region_code: site.regionCode,
    icb_code: site.icbCode,
    ccg_code: site.ccgCode,
    country: context.areas.regions.has(site.regionCode) ? 'england' : '',
    ...factsOfCategory(site.siteCategory, site.majorEd),
    ...datedFacts(context, siteId, asOf),
  };
}

/** What holds for a time only: the code and the trust, as on the day. */
export function datedFacts(
  context: FrameContext,
  siteId: string,
  asOf: string,
): Pick<FrameFacts, 'ods_code' | 'trust_code' | 'trust_name' | 'trust_type'> {
  const identifier = validOn(context.identifiers.get(siteId) ?? [], asOf);
  const trust = context.trusts.get(validOn(context.parents.get(siteId) ?? [], asOf)?.organisationId ?? '');
  return {
    ods_code: identifier?.code ?? context.sites.get(siteId)?.odsCode ?? '',
    trust_code: trust?.odsCode ?? '',
    trust_name: trust?.name ?? '',
    trust_type: trust === undefined || trust.kind === 'not_known' ? '' : trust.kind,
  };
}

interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The row that holds on a day; among several the one that began last, and the earliest where none has begun. */
export function validOn<Row extends Dated>(rows: readonly Row[], asOf: string): Row | undefined {
  const day = lastDayOf(asOf);
  const ordered = [...rows].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  const begun = ordered.filter(({ validFrom }) => (validFrom ?? '') <= day);
  return begun.findLast(({ validTo }) => validTo === null || validTo > day) ?? begun.at(-1) ?? ordered[0];
}

function bySite<Row extends { readonly siteId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.siteId);
    if (group === undefined) groups.set(row.siteId, [row]);
    else group.push(row);
  }
  return groups;
}
