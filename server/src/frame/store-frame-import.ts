import { categoryOfFacts, type FrameFacts } from '@liaison-atlas/shared/frame/frame-facts';
import type { EntityManager } from 'typeorm';

import { FrameUnit } from './frame-unit.entity.js';
import { moveSite } from './import-rows.js';
import { Organisation } from './organisation.entity.js';
import type { FrameImportPlan } from './plan-frame-import.js';
import { toAlias } from './reference-rows.js';
import { Site } from './site.entity.js';
import { SiteAlias } from './site-alias.entity.js';
import { SiteIdentifier } from './site-identifier.entity.js';
import { SiteParent } from './site-parent.entity.js';
import type { SiteNews } from './site-news.js';
import { stableId } from './stable-id.js';

/**
 * Writes a plan inside the caller's unit of work. Sites, codes, names and trusts are only added to; a site that
 * changes trust gets a further row and the one before ends, so that last year's rounds see what they saw.
 */
export async function storeFrameImport(
  manager: EntityManager,
  plan: FrameImportPlan,
  sourceId: string,
): Promise<void> {
  const trusts = new Map(
    plan.news.flatMap(({ writes: { trust } }) => (trust === null ? [] : [[trust.code, trust]])),
  );
  for (const { code, name, kind } of trusts.values())
    await manager.insert(Organisation, {
      id: stableId('organisation', code),
      odsCode: code,
      name,
      kind,
      kindBasis: kind === 'not_known' ? 'not_known' : 'stated',
      majorEd: 'not_known',
      postcode: '',
      validFrom: null,
      validTo: null,
      notes: '',
      sourceId,
    });
  for (const news of plan.news) await storeNews(manager, news, sourceId);
  if (plan.added.length > 0)
    for (let at = 0; at < plan.added.length; at += CHUNK)
      await manager.insert(FrameUnit, plan.added.slice(at, at + CHUNK));
  for (const { frameId, siteId, ...values } of plan.changed)
    await manager.update(FrameUnit, { frameId, siteId }, values);
}

/** Rows in one INSERT: well below the number of parameters that either engine allows in a statement. */
const CHUNK = 100;

async function storeNews(
  manager: EntityManager,
  { siteId, writes }: SiteNews,
  sourceId: string,
): Promise<void> {
  const { site, identifier, alias, parent, since } = writes;
  if (site !== null) await manager.insert(Site, toSite(siteId, site, writes.note, sourceId));
  if (identifier !== null) {
    if (site === null)
      await manager
        .createQueryBuilder()
        .update(SiteIdentifier)
        .set({ validTo: since })
        .where('site_id = :siteId AND valid_to IS NULL', { siteId })
        .execute();
    await manager.insert(SiteIdentifier, {
      id: stableId('site_identifier', 'ODS', identifier),
      siteId,
      system: 'ODS',
      code: identifier,
      validFrom: since === '' ? null : since,
      validTo: null,
      sourceId,
    });
  }
  if (alias !== null) await manager.save(SiteAlias, toAlias(siteId, alias, sourceId));
  if (parent === null) return;
  if (site === null) await moveSite(manager, siteId, parent.trustCode, parent.since, sourceId);
  else
    await manager.insert(SiteParent, {
      id: stableId('site_parent', siteId, parent.trustCode, parent.since),
      siteId,
      organisationId: (await manager.findOneByOrFail(Organisation, { odsCode: parent.trustCode })).id,
      validFrom: parent.since === '' ? null : parent.since,
      validTo: null,
      sourceId,
    });
}

const toSite = (id: string, facts: FrameFacts, note: string, sourceId: string) => ({
  id,
  odsCode: facts.ods_code,
  name: facts.name,
  postcode: facts.postcode,
  town: facts.town,
  latitude: Number(facts.latitude),
  longitude: Number(facts.longitude),
  siteCategory: categoryOfFacts(facts),
  majorEd: facts.ed_type === '' ? 'not_known' : facts.ed_type === 'no_major' ? 'no' : 'yes',
  majorEdBasis: facts.ed_type === '' ? 'not_confirmed' : 'frame_list',
  trustEdAttendances: null,
  aeScore2020: '',
  regionCode: facts.region_code,
  icbCode: facts.icb_code,
  ccgCode: facts.ccg_code,
  notes: note,
  sourceId,
});
