import type { FieldChange } from '@liaison-atlas/shared/frame/reconcile-frame';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import type { UnitActor } from '../database/unit.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { FrameService } from './frame.service.js';
import { type ImportPlan, planImport } from './import-plan.js';
import { applyProgrammeSites, applySite, applyTrust, applyTrustAdded } from './import-rows.js';
import { FILE_KINDS, type ReferenceFile } from './reference-file.js';
import { ReferenceSource } from './reference-source.entity.js';

/** What to record of a file: what it is called, where it was got and of when it is. */
export interface ImportedFile {
  readonly fileName: string;
  readonly sha256: string;
  /** '' = the kind of file says enough. */
  readonly source: string;
  /** '' = not stated. */
  readonly vintage: string;
}

/** Takes over newer register files and lists. Never deletes a row, and never changes who is in a frame. */
@Injectable()
export class ReferenceImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @InjectDataSource() private readonly reader: DataSource,
    private readonly frame: FrameService,
    private readonly clock: Clock,
  ) {}

  /** What importing the file would change; writes nothing. */
  plan(file: ReferenceFile): Promise<Result<ImportPlan, Problem>> {
    return planImport(this.reader.manager, file);
  }

  /**
   * Stores the file's news in one unit of work, with its source; the plan is made anew inside it, so that nothing
   * stored in between is overlooked. A file without news leaves no trace.
   */
  async apply(
    actor: UnitActor,
    file: ReferenceFile,
    imported: ImportedFile,
  ): Promise<Result<ImportPlan, Problem>> {
    const result = await this.unitOfWork.run(actor, async (unit) => {
      const plan = await planImport(unit.manager, file);
      if (!plan.ok || plan.value.added.length + plan.value.changed.length === 0) return plan;
      const sourceId = `import:${imported.sha256.slice(0, 32)}`;
      await this.recordSource(unit.manager, sourceId, file, imported, plan.value);
      await store(unit.manager, file, plan.value, sourceId, this.clock.now().slice(0, 10));
      await unit.audit('reference.imported', 'reference_source', sourceId, {
        kind: file.kind,
        added: plan.value.added.length,
        changed: plan.value.changed.length,
      });
      return plan;
    });
    await this.frame.reload();
    return result;
  }

  private async recordSource(
    manager: EntityManager,
    id: string,
    file: ReferenceFile,
    { fileName, sha256, source, vintage }: ImportedFile,
    plan: ImportPlan,
  ): Promise<void> {
    const { title, licence, attribution } = FILE_KINDS[file.kind];
    const loadedAt = this.clock.now();
    await manager.save(ReferenceSource, {
      id,
      file: fileName.slice(0, 200),
      title: (source === '' ? title : `${title}: ${source}`).slice(0, 200),
      vintage: vintage === '' ? 'not stated' : vintage.slice(0, 200),
      licence,
      attribution,
      rowCount: file.records.length,
      note: `Imported on ${loadedAt.slice(0, 10)}: ${plan.added.length} added, ${plan.changed.length} changed.`,
      origins: [],
      sha256,
      loadedAt,
    });
  }
}

async function store(
  manager: EntityManager,
  file: ReferenceFile,
  plan: ImportPlan,
  sourceId: string,
  today: string,
): Promise<void> {
  if (file.kind === 'programme_sites') {
    await applyProgrammeSites(manager, plan, sourceId);
    return;
  }
  for (const added of plan.added) await applyTrustAdded(manager, added, sourceId);
  for (const { key, changes } of plan.changed) {
    const values = toValues(changes);
    if (file.kind === 'ods_trusts') await applyTrust(manager, key, values, sourceId);
    else {
      const since = file.records.find((record) => record.key === key)?.fields['trust_since'];
      await applySite(manager, key, values, sourceId, since || today);
    }
  }
}

const toValues = (changes: readonly FieldChange[]): Readonly<Record<string, string>> =>
  Object.fromEntries(changes.map(({ field, to }) => [field, to]));
