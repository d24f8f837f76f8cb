import { carrierOf, carryApplications, carryCodes } from '@liaison-atlas/shared/coding/carry-codes';
import type { CodebookContent } from '@liaison-atlas/shared/coding/codebook-content';
import type { CommentUnit } from '@liaison-atlas/shared/coding/comment-units';
import {
  type Application,
  checkApplications,
  checkSuggested,
  codeIdsOf,
  type UnitState,
} from '@liaison-atlas/shared/coding/unit-coding';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import type { Unit } from '../database/unit.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { newId } from '../platform/ids.js';
import { openCodebook, type OpenCodebook } from './codebook.service.js';
import { hasUnit } from './coded-round.service.js';
import { notFound, orRefuse, stale } from './coding-problems.js';
import { CodingTask } from './coding-task.entity.js';
import { CodingTaskService } from './coding-task.service.js';
import { CommentUnitsService, type RoundComments } from './comment-units.service.js';
import { commentGone, holdForm } from './hold-form.js';
import { takeTask } from './take-task.js';
import { UnitCodingRow } from './unit-coding.entity.js';

/** A comment on a coder's desk, with what this coder said about it and nobody else. */
export interface DeskUnit {
  readonly unit: CommentUnit;
  readonly codes: readonly Application[];
  /** Codes that were suggested for it and have been answered. */
  readonly suggested: readonly string[];
  readonly memo: string;
  /** `new` = nothing is stored yet. */
  readonly state: UnitState | 'new';
  /** 0 = nothing is stored yet. */
  readonly revision: number;
}

/** A coder's own work. */
export interface Desk {
  readonly task: CodingTask;
  readonly comments: RoundComments;
  readonly opened: OpenCodebook;
  readonly units: readonly DeskUnit[];
}

export interface SavedComment {
  readonly taskId: string;
  readonly unitId: string;
  readonly textHash: string;
  readonly expectedRevision: number;
  readonly codes: readonly Application[];
  /** Codes that were suggested and answered: those of them in `codes` were taken, the others not. */
  readonly suggested?: readonly string[] | null;
  readonly memo: string;
  /** True = the coder has done with the comment; it cannot be changed then unless the lead opens it again. */
  readonly final: boolean;
}

/** A coder at work. Reads and writes rows of one task, so no coder meets what another said. */
@Injectable()
export class CodingDeskService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly tasks: CodingTaskService,
    private readonly comments: CommentUnitsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, for another's task too */
  async open(actor: Actor, taskId: string): Promise<Desk> {
    const task = await this.ownTask(actor, taskId);
    const comments = await this.comments.of(task.roundId);
    const opened = await openCodebook(this.reader.manager, task.codebookId);
    const carry = carrierOf(opened.current.content);
    const rows = await this.reader.getRepository(UnitCodingRow).findBy({ taskId });
    const stored = new Map(rows.map((row) => [keyOf(row), row]));
    const units = comments.units
      .filter((unit) => hasUnit(task, unit))
      .map((unit): DeskUnit => {
        const row = stored.get(keyOf(unit));
        if (row === undefined) return { unit, codes: [], suggested: [], memo: '', state: 'new', revision: 0 };
        const { memo, state, revision } = row;
        const codes = carryApplications(carry, row.codes, unit.id, row.codebookVersion);
        const suggested = carryCodes(carry, row.suggested ?? [], unit.id, row.codebookVersion);
        return { unit, codes, suggested, memo, state, revision };
      });
    return { task, comments, opened, units };
  }

  /** Stores what the coder says about one comment. @throws DomainError BAD_INPUT, CONFLICT, NOT_FOUND */
  async save(actor: Actor, input: SavedComment): Promise<UnitCodingRow> {
    const { taskId } = input;
    const { task, comments } = await this.open(actor, taskId);
    const unit = comments.units.find(({ id }) => id === input.unitId);
    if (unit === undefined || !hasUnit(task, unit)) throw commentGone();
    if (unit.textHash !== input.textHash) throw corrected();
    const memo = orRefuse(cleanText(input.memo, 'memo', 2000));
    return this.unitOfWork.run(actor, async (work) => {
      const { manager } = work;
      const held = await takeTask(manager, taskId);
      if (held.removedAt !== null) throw notFound('task', 'taskId');
      await holdForm(manager, unit.responseId);
      const { book, current } = await openCodebook(manager, task.codebookId);
      const codes = orRefuse(checkApplications(input.codes, current.content, unit.text));
      const state = input.final ? 'final' : 'open';
      const saved = { codes, memo, state, codebookVersion: book.version } as const;
      return this.store(work, unit, input, saved, current.content);
    });
  }

  /**
   * Declares the whole task finished: every comment that was saved is final. Refused while a comment has not been
   * looked at, because "no code applies" is something to say, not to leave out.
   */
  async finish(actor: Actor, taskId: string): Promise<CodingTask> {
    const { units } = await this.open(actor, taskId);
    const fresh = units.filter(({ state }) => state === 'new').length;
    if (units.length === 0)
      throw new DomainError('CONFLICT', 'There is no comment to code yet.', 'taskId', 'Come back later.');
    if (fresh > 0)
      throw new DomainError(
        'CONFLICT',
        `${fresh} ${fresh === 1 ? 'comment has' : 'comments have'} not been coded.`,
        'taskId',
        'Save each comment; one without a code too.',
      );
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const task = await takeTask(manager, taskId);
      if (task.removedAt !== null) throw notFound('task', 'taskId');
      const finishedAt = this.clock.now();
      await manager.update(UnitCodingRow, { taskId, state: 'open' }, { state: 'final' });
      await manager.update(CodingTask, { id: taskId }, { finishedAt });
      await audit('coding.finished', 'coding_task', taskId, { comments: units.length });
      return Object.assign(task, { finishedAt });
    });
  }

  /**
   * Opens one comment of a coder again, or all with `unitId` ''. For who leads the coding, but not for their own task:
   * who has seen the other's codes may not change theirs.
   */
  async reopen(actor: Actor, taskId: string, unitId: string): Promise<CodingTask> {
    const { roundId, personId } = await this.tasks.find(taskId);
    requireAccess(actor, 'ManageCoding', { round: roundId });
    if (personId === actor.id)
      throw new DomainError(
        'CONFLICT',
        'Nobody opens their own task again: they may have seen what the others said.',
        'taskId',
        'Ask another lead, or decide on the comment beside the other coder’s.',
      );
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const task = await takeTask(manager, taskId);
      const [responseId = '', variable = ''] = unitId.split(':');
      const one = unitId === '' ? {} : { responseId, variable };
      const { affected } = await manager.update(
        UnitCodingRow,
        { taskId, state: 'final', ...one },
        { state: 'open' },
      );
      if (affected === 0) throw notFound('finished comment', 'unitId');
      await manager.update(CodingTask, { id: taskId }, { finishedAt: null });
      await audit('coding.reopened', 'coding_task', taskId, { comments: affected ?? 0 });
      return Object.assign(task, { finishedAt: null });
    });
  }

  private async ownTask(actor: Actor, taskId: string): Promise<CodingTask> {
    const task = await this.tasks.find(taskId);
    requireAccess(actor, 'CodeComments', { round: task.roundId });
    if (task.personId !== actor.id || task.removedAt !== null || task.kind !== 'code')
      throw notFound('task', 'taskId');
    return task;
  }

  private async store(
    { manager, audit }: Unit,
    unit: CommentUnit,
    { taskId, expectedRevision, suggested: shown }: SavedComment,
    said: Pick<UnitCodingRow, 'codes' | 'memo' | 'state' | 'codebookVersion'>,
    book: CodebookContent,
  ): Promise<UnitCodingRow> {
    const place = {
      taskId,
      responseId: unit.responseId,
      variable: unit.variable,
      textHash: unit.textHash,
    };
    const before = await manager.findOneBy(UnitCodingRow, place);
    const suggested = orRefuse(checkSuggested(shown ?? [], before?.suggested ?? [], book));
    const saved = { ...said, suggested: suggested.length === 0 ? null : suggested };
    const revision = before?.revision ?? 0;
    if (before !== null && revision === expectedRevision + 1 && isSame(before, saved)) return before;
    if (before?.state === 'final') throw isFinal();
    if (revision !== expectedRevision) throw stale('comment');
    const row: UnitCodingRow = {
      ...place,
      ...saved,
      id: before?.id ?? newId(),
      revision: revision + 1,
      savedAt: this.clock.now(),
    };
    if (before === null) await manager.insert(UnitCodingRow, row);
    else await manager.update(UnitCodingRow, { id: row.id }, row);
    // Not which codes: the trail must not tell one coder what another said.
    await audit('coding.saved', 'unit_coding', row.id, {
      revision: row.revision,
      final: row.state === 'final',
      accepted: codeIdsOf(row.codes).filter((id) => suggested.includes(id)).length,
    });
    return row;
  }
}

/** The answer to the first try was lost: what is sent is stored already. */
const isSame = (
  row: UnitCodingRow,
  saved: Pick<UnitCodingRow, 'codes' | 'suggested' | 'memo' | 'state'>,
): boolean =>
  row.memo === saved.memo &&
  row.state === saved.state &&
  canonicalJson(row.codes) === canonicalJson(saved.codes) &&
  canonicalJson(row.suggested) === canonicalJson(saved.suggested);

const keyOf = (row: { responseId: string; variable: string; textHash: string }): string =>
  `${row.responseId}:${row.variable} ${row.textHash}`;

const corrected = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'The team corrected this comment in between.',
    'textHash',
    'Load the page again and read what it says now.',
  );
const isFinal = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'You have declared this comment final.',
    'unitId',
    'Ask the survey lead to open it again.',
  );
