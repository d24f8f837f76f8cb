import { normaliseName } from '@liaison-atlas/shared/frame/normalise-name';
import {
  type FramePlan,
  reconcileFrame,
  type ReconcileRecord,
} from '@liaison-atlas/shared/frame/reconcile-frame';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import type { EntityManager } from 'typeorm';

import { Area } from './area.entity.js';
import { checkRecord, type KnownCodes } from './check-record.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationSuccession } from './organisation-succession.entity.js';
import { ProgrammeSite } from './programme-site.entity.js';
import { ProgrammeWave } from './programme-wave.entity.js';
import type { ReferenceFile } from './reference-file.js';
import { Site } from './site.entity.js';
import { SiteAlias } from './site-alias.entity.js';
import { SiteIdentifier } from './site-identifier.entity.js';
import { SiteParent } from './site-parent.entity.js';

/** What importing a file would do. */
export interface ImportPlan extends FramePlan {
  readonly kind: ReferenceFile['kind'];
  /**
   * Rows for sites that the tables do not hold. No file says which sites are acute hospitals with an emergency
   * department, so none is taken in by itself.
   */
  readonly leftOut: number;
}

/** Compares a file with what is stored; reads only. Refuses a file with a value that cannot be stored. */
export async function planImport(
  manager: EntityManager,
  file: ReferenceFile,
): Promise<Result<ImportPlan, Problem>> {
  const current = await currentRecords(manager, file);
  const isForSites = file.kind === 'ods_sites' || file.kind === 'nhs_website_hospitals';
  const byKey = new Map(current.map((record) => [record.key, record]));
  const taken = isForSites ? file.records.filter(({ key }) => byKey.has(key)) : file.records;
  if (taken.length === 0) return refuse(nothingKnown(file));

  const records = taken.map((record) => withoutKnown(record, byKey.get(record.key)));
  const known = await knownCodes(manager);
  const problems = records.flatMap((record) => checkRecord(record, known));
  if (problems.length > 0) return refuse(...problems);
  const plan = reconcileFrame(current, records);
  if (!plan.ok) return plan;
  return accept({ ...plan.value, kind: file.kind, leftOut: file.records.length - taken.length });
}

/** Fields that describe the place, which only the row of a site's latest code may change. */
const PLACE = ['postcode', 'town', 'latitude', 'longitude'];

/** The record without what is no news: a name that differs in punctuation only, the place under an ended code. */
function withoutKnown(record: ReconcileRecord, current: ReconcileRecord | undefined): ReconcileRecord {
  if (current === undefined) return record;
  const names = [current.fields['name'] ?? '', ...(current.alsoKnown?.['name'] ?? [])].map(spelling);
  const isKnownName = names.includes(spelling(record.fields['name'] ?? ''));
  const hasEnded = current.fields['ended'] === 'yes';
  const isNews = (field: string): boolean =>
    field !== 'trust_since' && !(field === 'name' && isKnownName) && !(hasEnded && PLACE.includes(field));
  return {
    ...record,
    fields: Object.fromEntries(Object.entries(record.fields).filter(([field]) => isNews(field))),
  };
}

const spelling = (name: string): string => normaliseName(name).join(' ');

async function currentRecords(manager: EntityManager, file: ReferenceFile): Promise<ReconcileRecord[]> {
  if (file.kind === 'ods_trusts') return currentTrusts(manager);
  if (file.kind === 'programme_sites') return currentProgrammeSites(manager, file);
  return currentSites(manager);
}

async function currentTrusts(manager: EntityManager): Promise<ReconcileRecord[]> {
  const renames = await manager.findBy(OrganisationSuccession, { kind: 'rename' });
  return (await manager.find(Organisation)).map((trust) => ({
    key: trust.odsCode,
    label: trust.name,
    fields: {
      name: trust.name,
      postcode: trust.postcode,
      valid_from: trust.validFrom ?? '',
      valid_to: trust.validTo ?? '',
    },
    alsoKnown: { name: renames.filter(({ fromId }) => fromId === trust.id).map(({ toName }) => toName) },
  }));
}

/** One record for every code of every site. */
async function currentSites(manager: EntityManager): Promise<ReconcileRecord[]> {
  const sites = new Map((await manager.find(Site)).map((site) => [site.id, site]));
  const trusts = new Map((await manager.find(Organisation)).map((trust) => [trust.id, trust.odsCode]));
  const aliases = await manager.find(SiteAlias);
  const parents = await manager.find(SiteParent);
  return (await manager.find(SiteIdentifier)).flatMap(
    ({ siteId, code, validFrom, validTo }): ReconcileRecord[] => {
      const site = sites.get(siteId);
      if (site === undefined) return [];
      const ofSite = <Row extends { readonly siteId: string }>(rows: readonly Row[]) =>
        rows.filter((row) => row.siteId === siteId);
      const trustCodes = ofSite(parents)
        .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
        .map(({ organisationId }) => trusts.get(organisationId) ?? '');
      return [
        {
          key: code,
          label: site.name,
          fields: {
            name: site.name,
            town: site.town,
            postcode: site.postcode,
            latitude: site.latitude.toFixed(6),
            longitude: site.longitude.toFixed(6),
            valid_from: validFrom ?? '',
            valid_to: validTo ?? '',
            trust: trustCodes.at(-1) ?? '',
            ended: validTo === null ? 'no' : 'yes',
          },
          alsoKnown: {
            name: ofSite(aliases).map(({ text }) => text),
            trust: trustCodes,
          },
        },
      ];
    },
  );
}

/** The sites of the programmes and waves that the file speaks of; the others are not its subject. */
async function currentProgrammeSites(
  manager: EntityManager,
  file: ReferenceFile,
): Promise<ReconcileRecord[]> {
  const spokenOf = new Set(file.records.map(({ fields }) => `${fields['programme']} ${fields['wave']}`));
  return (await manager.find(ProgrammeSite))
    .filter(({ programme, wave }) => spokenOf.has(`${programme} ${wave}`))
    .map((site) => ({
      key: site.id,
      label: site.name,
      fields: {
        programme: site.programme,
        wave: String(site.wave),
        name: site.name,
        ccg_names: site.ccgNames,
        ccg_codes: site.ccgCodes.join('; '),
        ccg_codes_2018: site.ccgCodes2018.join('; '),
        conditions: site.conditions,
        lead_provider: site.leadProvider,
        confidence: site.confidence,
        confidence_reason: site.confidenceReason,
        source: site.source,
        notes: site.notes,
      },
    }));
}

const knownCodes = async (manager: EntityManager): Promise<KnownCodes> => ({
  trusts: new Set((await manager.find(Organisation)).map(({ odsCode }) => odsCode)),
  ccgs: new Set((await manager.findBy(Area, { level: 'ccg' })).map(({ code }) => code)),
  waves: new Set((await manager.find(ProgrammeWave)).map(({ programme, wave }) => `${programme} ${wave}`)),
});

const nothingKnown = (file: ReferenceFile): Problem => ({
  code: 'NOTHING_KNOWN',
  field: 'FILE',
  message: `None of the ${file.records.length} rows is about a site of the tables.`,
  mend: 'Check that the file is the whole register of NHS trust sites, or the whole list of hospitals.',
});
