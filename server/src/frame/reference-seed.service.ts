import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

import { takeTurn } from '../database/hold-rows.js';
import type { Unit } from '../database/unit.js';
import { Clock } from '../platform/clock.js';
import { Area } from './area.entity.js';
import { AreaPopulationRow } from './area-population.entity.js';
import { FrameUnit } from './frame-unit.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationSuccession } from './organisation-succession.entity.js';
import { Outcode } from './outcode.entity.js';
import { ProgrammeSite } from './programme-site.entity.js';
import { ProgrammeWave } from './programme-wave.entity.js';
import {
  toAliases,
  toArea,
  toAreaPopulation,
  toFrame,
  toFrameUnits,
  toIdentifiers,
  toOrganisation,
  toOutcode,
  toParents,
  toProgrammeSite,
  toSite,
  toSuccession,
} from './reference-rows.js';
import { ReferenceSource } from './reference-source.entity.js';
import { parseReferenceTables, readReferenceFiles, type ReferenceTables } from './reference-tables.js';
import { SamplingFrame } from './sampling-frame.entity.js';
import { Site } from './site.entity.js';
import { SiteAlias } from './site-alias.entity.js';
import { SiteIdentifier } from './site-identifier.entity.js';
import { SiteParent } from './site-parent.entity.js';

/** What a start did to the reference tables. */
export interface SeedOutcome {
  /** False when the stored tables were already those of the files. */
  readonly loaded: boolean;
  readonly added: number;
  readonly changed: number;
}

/** Rows in one INSERT: well below the number of parameters that either engine allows in a statement. */
const CHUNK = 200;

/** `source_id` of rows that somebody imported; they are newer than the bundled ones and stay. */
const IMPORTED = 'import:';

/** Loads the bundled reference tables. Row by row, so that what was imported since is not undone. */
@Injectable()
export class ReferenceSeedService {
  constructor(private readonly clock: Clock) {}

  /**
   * Brings the tables to what the files say, inside the caller's unit of work: all of it is stored or nothing. Does
   * nothing when the stored rows came from the very same files; never deletes a row, and leaves imported rows alone.
   */
  async seedReference(unit: Unit): Promise<SeedOutcome> {
    const files = readReferenceFiles();
    // Of several instances that start on one empty database, one fills it and the others find it filled.
    await takeTurn(unit.manager, 'seeding');
    const stored = await unit.manager.findBy(ReferenceSource, { sha256: files.hash });
    if (stored.length > 0) return { loaded: false, added: 0, changed: 0 };

    const counts = { added: 0, changed: 0 };
    const tables = parseReferenceTables(files);
    for (const [entity, key, rows] of [...rowsByTable(tables), this.sourceRows(tables, files.hash)]) {
      const { added, changed } = await store(unit.manager, entity, key, rows);
      counts.added += added;
      counts.changed += changed;
    }
    counts.added += await storeFrames(unit.manager, tables);
    await unit.audit('reference.loaded', 'reference_source', 'bundled', { ...counts, hash: files.hash });
    return { loaded: true, ...counts };
  }

  private sourceRows(tables: ReferenceTables, hash: string): TableRows {
    const loadedAt = this.clock.now();
    return [
      ReferenceSource,
      ['id'],
      tables.sources.map(({ rows, ...source }) => ({ ...source, rowCount: rows, sha256: hash, loadedAt })),
    ];
  }
}

type Row = Readonly<Record<string, unknown>>;
/** A table, the properties that identify a row, and the rows it should hold. */
type TableRows = readonly [EntityTarget<ObjectLiteral>, readonly string[], readonly object[]];

/** Every table in an order in which references to other tables hold. */
function rowsByTable(tables: ReferenceTables): TableRows[] {
  return [
    [Organisation, ['id'], tables.trusts.map(toOrganisation)],
    [OrganisationSuccession, ['id'], tables.successions.map(toSuccession)],
    [Area, ['code'], tables.areas.map(toArea)],
    [Site, ['id'], tables.hospitals.map(toSite)],
    [SiteIdentifier, ['id'], tables.hospitals.flatMap(toIdentifiers)],
    [SiteAlias, ['id'], tables.hospitals.flatMap(toAliases)],
    [SiteParent, ['id'], tables.hospitals.flatMap(toParents)],
    [ProgrammeWave, ['id'], tables.waves],
    [ProgrammeSite, ['id'], tables.programmeSites.map(toProgrammeSite)],
    [Outcode, ['code'], tables.outcodes.map(toOutcode)],
    [AreaPopulationRow, ['code'], tables.populations.map(toAreaPopulation)],
  ];
}

/**
 * Adds the frames that are not there. A frozen frame never changes, not by a newer version of the product either; a
 * new one is frozen once its units are in.
 */
async function storeFrames(manager: EntityManager, tables: ReferenceTables): Promise<number> {
  let added = 0;
  for (const entry of tables.frames) {
    if (await manager.existsBy(SamplingFrame, { id: entry.id })) continue;
    const units = toFrameUnits(entry, tables.hospitals);
    const { status, ...frame } = toFrame(entry, units);
    await manager.insert(SamplingFrame, { ...frame, status: 'draft' });
    for (let at = 0; at < units.length; at += CHUNK)
      await manager.insert(FrameUnit, units.slice(at, at + CHUNK));
    await manager.update(SamplingFrame, { id: entry.id }, { status });
    added += 1 + units.length;
  }
  return added;
}

/** Adds the rows that are not there and changes those that differ. */
async function store(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  key: readonly string[],
  rows: readonly object[],
): Promise<{ added: number; changed: number }> {
  const keyOf = (row: object): string => key.map((part) => String((row as Row)[part])).join(' ');
  const existing = new Map((await manager.find(entity)).map((row) => [keyOf(row), row as Row]));
  const fresh = rows.filter((row) => !existing.has(keyOf(row)));
  for (let at = 0; at < fresh.length; at += CHUNK) await manager.insert(entity, fresh.slice(at, at + CHUNK));

  let changed = 0;
  for (const row of rows) {
    const before = existing.get(keyOf(row));
    if (before === undefined || isImported(before)) continue;
    if (canonicalJson({ ...before }) === canonicalJson({ ...row })) continue;
    const where = Object.fromEntries(key.map((part) => [part, (row as Row)[part]]));
    await manager.update(entity, where, row);
    changed += 1;
  }
  return { added: fresh.length, changed };
}

/** What somebody imported is newer than what the product brings along. */
const isImported = ({ sourceId }: Row): boolean =>
  typeof sourceId === 'string' && sourceId.startsWith(IMPORTED);
