import type { FrameImportReport } from '@liaison-atlas/shared/frame/frame-import-report';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { loadFrameContext } from './frame-context.js';
import { getStoredFrame, recountListed, takeDraft } from './frame-drafts.js';
import { FRAME_TOPIC } from './frame-topic.js';
import { FrameUnit } from './frame-unit.entity.js';
import { FrameService } from './frame.service.js';
import { recordListSource } from './list-source.js';
import { type FrameImportPlan, planFrameImport } from './plan-frame-import.js';
import { type ReadFrameFile, readFrameFile } from './read-frame-file.js';
import { SamplingFrame } from './sampling-frame.entity.js';
import { storeFrameImport } from './store-frame-import.js';

/** A list to import, and what the survey lead says of it. */
export interface FrameUpload {
  readonly bytes: Buffer;
  readonly fileName: string;
  /** Who publishes the list and of when it is. */
  readonly source: string;
  /** True when the list is whole: hospitals that it lacks have to be decided on. */
  readonly whole: boolean;
}

/** Imports lists of hospitals into draft frames: first a report, then the very same again to store it. */
@Injectable()
export class FrameImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @InjectDataSource() private readonly reader: DataSource,
    private readonly frames: FrameService,
    private readonly clock: Clock,
  ) {}

  /**
   * What the list would do; writes nothing.
   * @throws DomainError NOT_FOUND, or CONFLICT for a frozen frame
   */
  async check(
    actor: Actor,
    frameId: string,
    upload: FrameUpload,
  ): Promise<Result<FrameImportReport, Problem>> {
    requireAccess(actor, 'ManageFrame', {});
    const file = await this.read(frameId, upload);
    if (!file.ok) return file;
    const { report } = await this.plan(this.reader.manager, frameId, file.value, upload.whole);
    return accept(report);
  }

  /**
   * Stores the list whole or not at all, in one unit of work. `plan` is what `check` answered: when the list or the
   * frame has changed since, nothing is stored.
   * @throws DomainError NOT_FOUND, or CONFLICT
   */
  async store(
    actor: Actor,
    frameId: string,
    upload: FrameUpload,
    plan: string,
  ): Promise<Result<FrameImportReport, Problem>> {
    requireAccess(actor, 'ManageFrame', {});
    const file = await this.read(frameId, upload);
    if (!file.ok) return file;
    const source = cleanText(upload.source.trim(), 'source', 120);
    if (!source.ok) return source;
    if (source.value === '') return refuse(NO_SOURCE);
    const report = await this.unitOfWork.run(actor, async (unit) => {
      await takeDraft(unit.manager, frameId, this.clock.now());
      const planned = await this.plan(unit.manager, frameId, file.value, upload.whole);
      if (planned.report.plan === '' || planned.report.plan !== plan) throw stale();
      const sourceId = await recordListSource(unit.manager, file.value, source.value, this.clock.now());
      await storeFrameImport(unit.manager, planned, sourceId);
      await recountListed(unit.manager, frameId);
      const { rows, changes } = planned.report;
      await unit.audit('frame.imported', 'sampling_frame', frameId, {
        rows,
        changed: changes.length,
        source: sourceId,
      });
      unit.touch(FRAME_TOPIC);
      return { ...planned.report, stored: true };
    });
    await this.frames.reload();
    return accept(report);
  }

  private async read(frameId: string, upload: FrameUpload): Promise<Result<ReadFrameFile, Problem>> {
    const frame = await getStoredFrame(this.reader.manager, frameId);
    if (frame.status === 'frozen') throw frozen(frame.title);
    const name = cleanText(upload.fileName.trim(), 'name', 200);
    if (!name.ok) return name;
    return readFrameFile(upload.bytes, name.value, await loadFrameContext(this.reader.manager));
  }

  private async plan(
    manager: EntityManager,
    frameId: string,
    file: ReadFrameFile,
    whole: boolean,
  ): Promise<FrameImportPlan> {
    const frame = await getStoredFrame(manager, frameId);
    const copied =
      frame.copiedFrom === null ? null : await manager.findOneBy(SamplingFrame, { id: frame.copiedFrom });
    return planFrameImport({
      frame,
      since: copied?.asOf ?? frame.asOf,
      units: await manager.findBy(FrameUnit, { frameId }),
      file,
      whole,
      context: await loadFrameContext(manager),
    });
  }
}

const NO_SOURCE: Problem = {
  code: 'MISSING_VALUE',
  field: 'source',
  message: 'Where the list comes from is missing.',
  mend: 'Say who publishes it and of when it is.',
};

const frozen = (title: string): DomainError =>
  new DomainError(
    'CONFLICT',
    `The frame ${title} is frozen and cannot change any more.`,
    'frameId',
    'Make a copy of it and import into that.',
  );

const stale = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'Nothing was stored: the list or the frame is not what was checked.',
    'plan',
    'Check the list again, read the report, and confirm that one.',
  );
