import type { FramePlan, ReconcileRecord } from '@liaison-atlas/shared/frame/reconcile-frame';
import type { EntityManager } from 'typeorm';

import { splitCodes } from './check-record.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationSuccession } from './organisation-succession.entity.js';
import { ProgrammeSite } from './programme-site.entity.js';
import { toAlias } from './reference-rows.js';
import { Site } from './site.entity.js';
import { SiteAlias } from './site-alias.entity.js';
import { SiteIdentifier } from './site-identifier.entity.js';
import { SiteParent } from './site-parent.entity.js';
import { stableId } from './stable-id.js';

type Values = Readonly<Record<string, string>>;

/** A trust that the tables do not hold yet. Its kind is not known: no register file states it. */
export async function applyTrustAdded(
  manager: EntityManager,
  added: ReconcileRecord,
  sourceId: string,
): Promise<void> {
  await manager.insert(Organisation, {
    id: stableId('organisation', added.key),
    odsCode: added.key,
    name: added.fields['name'] ?? '',
    kind: 'not_known',
    kindBasis: 'not_known',
    majorEd: 'not_known',
    postcode: added.fields['postcode'] ?? '',
    validFrom: added.fields['valid_from'] || null,
    validTo: added.fields['valid_to'] || null,
    notes: '',
    sourceId,
  });
}

/** News of a trust. A new name stands beside the old one, which the rounds of its time keep. */
export async function applyTrust(
  manager: EntityManager,
  code: string,
  values: Values,
  sourceId: string,
): Promise<void> {
  const trust = await manager.findOneByOrFail(Organisation, { odsCode: code });
  await manager.update(
    Organisation,
    { id: trust.id },
    {
      postcode: values['postcode'] ?? trust.postcode,
      validFrom: values['valid_from'] ?? trust.validFrom,
      validTo: values['valid_to'] ?? trust.validTo,
      sourceId,
    },
  );
  if (values['name'] !== undefined)
    await manager.save(OrganisationSuccession, {
      id: stableId('organisation_succession', code, code),
      fromId: trust.id,
      toId: trust.id,
      toName: values['name'],
      effectiveOn: '',
      kind: 'rename',
      sourceId,
    });
}

/** News under one code of a site: its place, the days on which the code holds, another spelling, another trust. */
export async function applySite(
  manager: EntityManager,
  code: string,
  values: Values,
  sourceId: string,
  trustSince: string,
): Promise<void> {
  const identifier = await manager.findOneByOrFail(SiteIdentifier, { system: 'ODS', code });
  const { siteId } = identifier;
  const site = await manager.findOneByOrFail(Site, { id: siteId });
  if (['postcode', 'town', 'latitude', 'longitude'].some((field) => values[field] !== undefined))
    await manager.update(
      Site,
      { id: siteId },
      {
        postcode: values['postcode'] ?? site.postcode,
        town: values['town'] ?? site.town,
        latitude: values['latitude'] === undefined ? site.latitude : Number(values['latitude']),
        longitude: values['longitude'] === undefined ? site.longitude : Number(values['longitude']),
        sourceId,
      },
    );
  if (values['valid_from'] !== undefined || values['valid_to'] !== undefined)
    await manager.update(
      SiteIdentifier,
      { id: identifier.id },
      {
        validFrom: values['valid_from'] ?? identifier.validFrom,
        validTo: values['valid_to'] ?? identifier.validTo,
        sourceId,
      },
    );
  if (values['name'] !== undefined) await manager.save(SiteAlias, toAlias(siteId, values['name'], sourceId));
  if (values['trust'] !== undefined) await moveSite(manager, siteId, values['trust'], trustSince, sourceId);
}

/** The site goes to another trust, or back to an earlier one: the one before ends on the day on which the new begins. */
export async function moveSite(
  manager: EntityManager,
  siteId: string,
  trustCode: string,
  since: string,
  sourceId: string,
): Promise<void> {
  const trust = await manager.findOneByOrFail(Organisation, { odsCode: trustCode });
  const open = (await manager.findBy(SiteParent, { siteId })).filter(({ validTo }) => validTo === null);
  for (const { id } of open) await manager.update(SiteParent, { id }, { validTo: since, sourceId });
  const stay = { siteId, organisationId: trust.id, validFrom: since };
  // It was said before that it belongs there from that day on, and taken back: what is said now is that it was right.
  if (await manager.existsBy(SiteParent, stay)) {
    await manager.update(SiteParent, stay, { validTo: null, sourceId });
    return;
  }
  const id = stableId('site_parent', siteId, trustCode, since);
  await manager.insert(SiteParent, { ...stay, id, validTo: null, sourceId });
}

/** New and changed early implementers and pathfinders. */
export async function applyProgrammeSites(
  manager: EntityManager,
  plan: FramePlan,
  sourceId: string,
): Promise<void> {
  for (const { key, fields } of plan.added)
    await manager.insert(ProgrammeSite, { id: key, ...toProgrammeValues(fields), sourceId });
  for (const { key, changes } of plan.changed)
    await manager.update(
      ProgrammeSite,
      { id: key },
      { ...toProgrammeValues(Object.fromEntries(changes.map(({ field, to }) => [field, to]))), sourceId },
    );
}

/** The columns of a programme site that the fields speak of. */
const toProgrammeValues = (fields: Values): Partial<ProgrammeSite> => ({
  ...(fields['programme'] !== undefined && { programme: fields['programme'] as ProgrammeSite['programme'] }),
  ...(fields['wave'] !== undefined && { wave: Number(fields['wave']) }),
  ...(fields['name'] !== undefined && { name: fields['name'] }),
  ...(fields['ccg_names'] !== undefined && { ccgNames: fields['ccg_names'] }),
  ...(fields['ccg_codes'] !== undefined && { ccgCodes: splitCodes(fields['ccg_codes']) }),
  ...(fields['ccg_codes_2018'] !== undefined && { ccgCodes2018: splitCodes(fields['ccg_codes_2018']) }),
  ...(fields['conditions'] !== undefined && { conditions: fields['conditions'] }),
  ...(fields['lead_provider'] !== undefined && { leadProvider: fields['lead_provider'] }),
  ...(fields['confidence'] !== undefined && {
    confidence: fields['confidence'] as ProgrammeSite['confidence'],
  }),
  ...(fields['confidence_reason'] !== undefined && { confidenceReason: fields['confidence_reason'] }),
  ...(fields['source'] !== undefined && { source: fields['source'] }),
  ...(fields['notes'] !== undefined && { notes: fields['notes'] }),
});
